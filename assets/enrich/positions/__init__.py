"""Stated positions: whose, on what issue, with what stance. `statements` is the way in."""
