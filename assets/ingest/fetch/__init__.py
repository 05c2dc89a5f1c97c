"""Fetching: an address becomes local files, to the byte, each with a sidecar that says where it came from.

The one room that opens connections. Reading what was fetched belongs to the readers beside it; when to fetch, and which
addresses, to the orchestration. Nothing is fetched that nobody named.
"""
