"""The lake gate: a batch that passed its expectations is put before the rest of the house; one that did not, is not.

What must hold stands in `expectations`; here is only what follows from it.
"""
