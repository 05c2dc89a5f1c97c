"""What only the whole corpus tells: which documents tell one story, when each was published, who is who, what happened once.

Everything here is unpartitioned, reads promoted batches only, and does not depend on how the documents were cut into
batches nor on their order. What one document tells alone belongs in `assets.clean` and `assets.enrich`.
"""
