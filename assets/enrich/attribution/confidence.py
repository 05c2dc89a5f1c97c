"""How sure each rule of attribution is. The rules themselves do not belong here."""

# Share of a rule's attributions whose cue and source overlap with those a person marked, and whose content has at least
# half of its words in common with theirs. Measured on 200 political news articles (a part of PolNeAR 1.0, train split),
# outermost attributions only, for that corpus marks no others. Stricter than "is it a statement of this speaker", for a
# content cut at another word counts as wrong.
PRECISION: dict[str, float] = {
    "quote-subject-cue": 0.92,  # of 517
    "subject-cue-colon": 0.92,  # of 25
    "quote-cue-subject": 0.91,  # of 185
    "subject-cue-quote": 0.83,  # of 59
    "clause-subject-cue-clause": 0.81,  # of 93
    "subject-cue-as": 0.81,  # of 32
    "subject-cue-clause": 0.80,  # of 607
    "subject-cue-that": 0.80,  # of 360
    "according-to": 0.80,  # of 90
    "subject-cue-addressee-to": 0.76,  # of 45
    "subject-cue-noun": 0.73,  # of 15
    "subject-cue-object-preposition": 0.71,  # of 21
    "subject-cue-adjunct-that": 0.69,  # of 107
    "subject-cue-addressee-clause": 0.69,  # of 80
    "clause-subject-cue": 0.67,  # of 64
    "participle-clause": 0.65,  # of 133
    "clause-cue-subject": 0.62,  # of 21
    "passive-unnamed": 0.62,  # of 13
    "passive-by": 0.56,  # of 16
    "subject-cue-to": 0.53,  # of 135
    "subject-cue-object": 0.49,  # of 583
    "subject-cue-preposition": 0.49,  # of 91
    "noun-that": 0.45,  # of 11
    "subject-cue-adjunct-clause": 0.41,  # of 17
    "participle-object": 0.39,  # of 97
    "possessor-noun": 0.23,  # of 48
    "verb-noun": 0.10,  # of 10
}
# Rules that this corpus cannot measure, from reading what they find: it marks neither lines of transcripts nor headlines
# with a colon, and hardly ever "X quoted S as saying".
JUDGED: dict[str, float] = {"quoted-as": 0.85, "speaker-colon": 0.8, "noun-colon": 0.6, "passive-as": 0.5}
UNMEASURED = 0.3


def confidence(rule: str) -> float:
    """Precision of a rule, 0-1."""
    return PRECISION.get(rule) or JUDGED.get(rule, UNMEASURED)
