"""Attributions: who is reported to have said or thought what. `spans` is the way in. What it means is `positions`."""
