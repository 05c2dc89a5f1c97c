"""Other readers of attributions than the rules: the protocol they keep, the check none of them escapes, and two of them."""
