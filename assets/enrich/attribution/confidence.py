"""How sure each rule of attribution is. The rules themselves do not belong here."""

# Share of a rule's attributions whose cue and source overlap with those a person marked, and whose content has at least
# half of its words in common with theirs. Measured on 200 political news articles (a part of PolNeAR 1.0, train split),
# outermost attributions only, for that corpus marks no others. Stricter than "is it a statement of this speaker", for a
# content cut at another word counts as wrong, and so does what the annotators passed over.
# Optimistic by a little: errors were read on one half of these articles, and all rules together are right there in
# 76 of 100 cases, on the other half in 75.
PRECISION: dict[str, float] = {
    "quote-cue-subject": 0.94,  # of 184
    "quote-subject-cue": 0.94,  # of 523
    "subject-cue-quote": 0.91,  # of 64
    "subject-cue-as": 0.89,  # of 37
    "subject-cue-colon": 0.86,  # of 29
    "subject-cue-noun": 0.86,  # of 14
    "subject-cue-clause": 0.86,  # of 577
    "clause-subject-cue-clause": 0.84,  # of 89
    "subject-cue-that": 0.84,  # of 380
    "according-to": 0.81,  # of 89
    "subject-cue-adjunct-that": 0.81,  # of 78
    "clause-subject-cue": 0.80,  # of 64
    "subject-cue-addressee-clause": 0.75,  # of 80
    "asked": 0.75,  # of 24
    "subject-cue-addressee-to": 0.75,  # of 51
    "subject-cue-adjunct-clause": 0.74,  # of 19
    "subject-cue-object-preposition": 0.71,  # of 28
    "clause-cue-subject": 0.70,  # of 20
    "participle-clause": 0.68,  # of 156
    "subject-cue-object": 0.66,  # of 565
    "subject-cue-to": 0.58,  # of 125
    "subject-cue-preposition": 0.58,  # of 129
    "passive-as": 0.58,  # of 19
    "raising": 0.53,  # of 55
    "passive-to": 0.48,  # of 27
    "document-cue-object": 0.48,  # of 27
    "passive-by": 0.48,  # of 23
    "participle-object": 0.47,  # of 126
    "relative-subject-cue": 0.43,  # of 14
    "passive-preposition": 0.43,  # of 21
    "noun-that": 0.41,  # of 17
    "possessor-noun": 0.25,  # of 44
    "verb-noun": 0.20,  # of 10
}
# Rules that this corpus cannot measure, from reading what they find: it marks neither lines of transcripts nor headlines
# with a colon, and hardly ever "X quoted S as saying", "in S's view" or "was met with relief in S".
JUDGED: dict[str, float] = {
    "as-subject-cue": 0.85,  # all of 5
    "quoted-as": 0.85,
    "speaker-colon": 0.8,
    "perspective": 0.75,
    "noun-colon": 0.6,
    "met-with-noun": 0.6,
    "aim-noun": 0.6,
    "passive-that": 0.5,
    "noun-source": 0.35,
    "state-noun": 0.35,
}
UNMEASURED = 0.3


def confidence(rule: str) -> float:
    """Precision of a rule, 0-1."""
    return PRECISION.get(rule) or JUDGED.get(rule, UNMEASURED)
