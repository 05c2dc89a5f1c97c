"""Clean: bytes become an article: decoded, mended, freed of what is not the article, with title, date and origin.

One document at a time; what needs other documents belongs to resolve.
"""
