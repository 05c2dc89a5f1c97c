"""The publish stage: audit the build, copy it, swap it in, keep releases.

Whatever fails here leaves yesterday's file served, and says so.
"""
