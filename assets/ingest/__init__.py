"""Ingest: documents found, told apart by their bytes, and kept as they came. Reading them as articles is clean's work."""
