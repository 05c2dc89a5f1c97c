"""How sure each rule of attribution is. The rules themselves do not belong here."""

# Share of a rule's attributions whose cue and source overlap with those a person marked, and whose content has at least
# half of its words in common with theirs. Measured on 200 political news articles (a part of PolNeAR 1.0, train split),
# outermost attributions only, for that corpus marks no others. Stricter than "is it a statement of this speaker", for a
# content cut at another word counts as wrong.
PRECISION: dict[str, float] = {
    "quote-subject-cue": 0.92,  # of 519
    "quote-cue-subject": 0.91,  # of 185
    "subject-cue-quote": 0.83,  # of 63
    "subject-cue-as": 0.82,  # of 38
    "subject-cue-that": 0.80,  # of 362
    "according-to": 0.80,  # of 90
    "clause-subject-cue-clause": 0.79,  # of 63
    "subject-cue-clause": 0.78,  # of 618
    "subject-cue-colon": 0.77,  # of 30
    "subject-cue-noun": 0.73,  # of 15
    "clause-subject-cue": 0.71,  # of 52
    "subject-cue-addressee-to": 0.70,  # of 53
    "subject-cue-adjunct-that": 0.69,  # of 108
    "subject-cue-addressee-clause": 0.69,  # of 80
    "participle-clause": 0.65,  # of 124
    "passive-unnamed": 0.62,  # of 13
    "clause-cue-subject": 0.59,  # of 22
    "passive-by": 0.56,  # of 16
    "subject-cue-object": 0.50,  # of 535
    "subject-cue-to": 0.50,  # of 139
    "subject-cue-preposition": 0.50,  # of 113
    "subject-cue-adjunct-clause": 0.41,  # of 17
    "participle-object": 0.37,  # of 98
    "noun-that": 0.33,  # of 12
    "noun-complement": 0.20,  # of 60
}
# Rules that this corpus cannot measure, from reading what they find: it marks neither lines of transcripts nor headlines
# with a colon, and hardly ever "X quoted S as saying".
JUDGED: dict[str, float] = {"quoted-as": 0.85, "speaker-colon": 0.8, "noun-colon": 0.6, "passive-as": 0.5}
UNMEASURED = 0.3


def confidence(rule: str) -> float:
    """Precision of a rule, 0-1."""
    return PRECISION.get(rule) or JUDGED.get(rule, UNMEASURED)
