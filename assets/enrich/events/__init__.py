"""Event mentions: what was done, by whom, to whom, whether it happened. `mentions` is the way in."""
