"""Vocabularies: the values a column may hold, fixed by the contract of the warehouse. Which column: the tables say."""

DATE_PRECISIONS = ("minute", "day", "month", "year", "interval", "unknown")
DATE_BASES = ("explicit", "metadata", "url", "inferred", "unknown")
GENRES = ("news", "analysis", "transcript", "other")
REPAIRS = (  # what cleaning mends, as `documents.repairs` names it
    "character_references", "divided_words", "glued_paragraphs", "lost_characters", "mojibake", "undecodable_bytes", "wrapped_lines",
)  # fmt: skip
TEXT_ORIGINS = ("verbatim", "machine_paraphrased")
ACTOR_TYPES = ("person", "state", "government_body", "organization", "company", "media", "group")
RESOLUTIONS = ("exact", "alias", "surname", "role", "pronoun", "probable_alias")
ATTRIBUTIONS = ("direct", "mixed", "indirect", "attributed")
STANCES = ("supports", "opposes", "conditional", "mixed", "neutral")
SPEECH_ACTS = (
    "states", "praises", "criticizes", "accuses", "demands", "proposes", "promises",
    "agrees", "rejects", "threatens", "warns", "denies", "predicts", "asks",
)  # fmt: skip
EVENT_TYPES = (
    "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request",
    "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault",
)  # fmt: skip
EVENT_STATUSES = ("occurred", "ongoing", "planned", "proposed", "hypothetical", "alleged", "denied", "negated")
QUAD_CLASSES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
CONFIDENCE_TIERS = ("high", "medium", "low")


def one_of(values: tuple[str, ...]) -> str:
    """What to say of a column that holds a vocabulary's values."""
    return f"one of {', '.join(values)}"
