"""Tables of a batch's documents: registered, as they came, read and mended; and what of a batch was refused.

What is found in their bodies stands in `readings`.
"""

import polars as pl

from assets.schemas.table import Table
from assets.schemas.vocabularies import DATE_BASES, DATE_PRECISIONS, GENRES, TEXT_ORIGINS, one_of

SIGNATURE = pl.List(pl.UInt64)

# What is said about a document from beside its text: by a sidecar, a table's columns, a feed's entry, the headers of a
# web answer or an e-mail. `published` is as written there, `authors` has '; ' between, `charset` is the declared encoding.
GIVEN_FIELDS = ("title", "authors", "publisher", "published", "url", "language", "charset")
GIVEN = pl.Struct(dict.fromkeys(GIVEN_FIELDS, pl.String))

BATCH_ITEMS = Table(
    "batch_items",
    "a document that a batch was registered with",
    ("document_id",),
    {
        "document_id": (pl.String, "first 16 hex digits of the SHA-256 of the document's bytes"),
        "batch_id": (pl.String, "the batch"),
        "source_uri": (pl.String, "where the bytes were read: a path, then !member of an archive, #number of a record ('a.zip!b.jsonl#3')"),
        "path": (pl.String, "the file to open for it"),
        "file_name": (pl.String, "name of the file, of the innermost one in archives"),
        "media_type": (pl.String, "text | html | json: the reader that understands it"),
        "byte_count": (pl.Int64, "size in bytes"),
        "problem": (pl.String, "why the reader refuses it (too large, empty, binary, unreadable), else null"),
        "given": (GIVEN, "what is said about it from beside its text"),
        "ingested_at": (pl.Datetime("us", "UTC"), "when it was registered"),
    },
)

RAW_DOCUMENTS = Table(
    "raw_documents",
    "a document as it came, to the byte",
    ("document_id",),
    {
        "document_id": (pl.String, "first 16 hex digits of the SHA-256 of the bytes"),
        "source_uri": (pl.String, "where the bytes were read"),
        "file_name": (pl.String, "name of the file, of the innermost one in archives"),
        "media_type": (pl.String, "text | html | json"),
        "content": (pl.Binary, "the bytes"),
        "byte_count": (pl.Int64, "size in bytes"),
        "given": (GIVEN, "what is said about it from beside its text; null where nothing is"),
        "batch_id": (pl.String, "the batch it came with"),
        "ingested_at": (pl.Datetime("us", "UTC"), "when it was registered"),
    },
)

DOCUMENTS = Table(
    "documents",
    "a document, read, mended and freed of what is not the article",
    ("document_id",),
    {
        "document_id": (pl.String, "of raw_documents"),
        "source_uri": (pl.String, "of raw_documents"),
        "file_name": (pl.String, "of raw_documents"),
        "publisher": (pl.String, "who published it, as the document says"),
        "title": (pl.String, "headline; also the first paragraph of the body"),
        "authors": (pl.String, "by-line names, '; ' between"),
        "language": (pl.String, "ISO 639-1; null where the text is too short to tell"),
        "url": (pl.String, "address, where known"),
        "dateline_place": (pl.String, "place of the dateline (BEIJING, March 10 ...)"),
        "published_on": (pl.Date, "the day, where the document alone tells it"),
        "published_from": (pl.Date, "earliest possible day, from the document alone"),
        "published_to": (pl.Date, "latest possible day, from the document alone"),
        "date_precision": (pl.String, one_of(DATE_PRECISIONS)),
        "date_basis": (pl.String, one_of(DATE_BASES)),
        "date_evidence": (pl.String, "the words, metadata field or URL the date was read from"),
        "publication_month": (pl.Int64, "month of a publication date whose year is not stated"),
        "publication_day": (pl.Int64, "day of a publication date whose year is not stated"),
        "publication_weekday": (pl.Int64, "ISO weekday of the publication day, where the text gives it"),
        "lead_weekday": (pl.Int64, "ISO weekday the first paragraph tells its news of: of the publication day or the one before"),
        "latest_year": (pl.Int64, "latest past year the body mentions: a lower bound of the publication year"),
        "body": (pl.String, "repaired text; paragraphs divided by a blank line; the title first"),
        "word_count": (pl.Int64, "words of the body"),
        "boilerplate_share": (pl.Float64, "share (0-1) of the raw text's characters that were not the article"),
        "genre": (pl.String, one_of(GENRES)),
        "text_origin": (pl.String, one_of(TEXT_ORIGINS)),
        "text_origin_score": (pl.Float64, "0-1, evidence that a machine paraphrased the text"),
        "repairs": (pl.String, "what was mended: 'mojibake:2; glued_paragraphs:4'"),
        "credited_agencies": (pl.String, "agencies credited ('With reporting by Reuters and AFP'), '; ' between"),
        "signature": (SIGNATURE, "sampled shingles of its wording, quotations aside, for near-duplicates (see assets.clean.signatures)"),
        "quote_signature": (SIGNATURE, "hashes of its longer quotations: shared quotations betray a shared story"),
        "fact_signature": (SIGNATURE, "hashes of its names and numbers, 0 between paragraphs: what a machine's paraphrase keeps"),
        "batch_id": (pl.String, "the batch it came with"),
        "ingested_at": (pl.Datetime("us", "UTC"), "when it was registered"),
    },
)

REJECTED = Table(
    "rejected",
    "something refused, with its reason: a row, or a document that could not be read",
    ("table_name", "row_key", "expectation"),
    {
        "table_name": (pl.String, "the table it was meant for"),
        "row_key": (pl.String, "its key in that table"),
        "document_id": (pl.String, "the document it comes from"),
        "source_uri": (pl.String, "where that was read, for refused documents"),
        "expectation": (pl.String, "what it broke: 'readable', or the expectation's name"),
        "reason": (pl.String, "in words, with what to do"),
        "row": (pl.String, "the refused row as JSON; null for a refused document, whose bytes raw_documents or the source hold"),
        "batch_id": (pl.String, "the batch"),
    },
)
