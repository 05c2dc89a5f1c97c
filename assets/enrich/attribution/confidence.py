"""How sure each rule of attribution is. The rules themselves do not belong here."""

# Share of a rule's attributions whose cue and source overlap with those a person marked, and whose content has at least
# half of its words in common with theirs. Measured on 200 political news articles (a part of PolNeAR 1.0, train split),
# outermost attributions only, for that corpus marks no others. Stricter than "is it a statement of this speaker", for a
# content cut at another word counts as wrong, and so does what the annotators passed over.
# Optimistic by little: errors were read on one half of these articles, and all rules together are right in 77 of 100 cases
# on either; figures fitted on the one half hold on the other in every tenth of `benchmarks.reliability` with 50 rows.
PRECISION: dict[str, float] = {
    "quote-subject-cue": 0.94,  # of 526
    "quote-cue-subject": 0.94,  # of 185
    "subject-cue-quote": 0.91,  # of 63
    "subject-cue-addressee-clause": 0.88,  # of 63
    "subject-cue-as": 0.88,  # of 41
    "subject-cue-colon": 0.88,  # of 32
    "subject-cue-clause": 0.87,  # of 587
    "subject-cue-that": 0.85,  # of 387
    "clause-subject-cue-clause": 0.84,  # of 95
    "according-to": 0.84,  # of 90
    "clause-subject-cue": 0.84,  # of 75
    "subject-cue-noun": 0.84,  # of 18
    "subject-cue-adjunct-that": 0.82,  # of 72
    "subject-cue-object-preposition": 0.77,  # of 30
    "subject-cue-addressee-to": 0.75,  # of 55
    "clause-cue-subject": 0.75,  # of 20
    "subject-cue-adjunct-clause": 0.73,  # of 22
    "asked": 0.72,  # of 25
    "subject-cue-object": 0.69,  # of 571
    "participle-clause": 0.69,  # of 168
    "subject-cue-preposition": 0.65,  # of 144
    "subject-cue-to": 0.62,  # of 137
    "passive-as": 0.58,  # of 19
    "raising": 0.55,  # of 54
    "participle-object": 0.54,  # of 144
    "relative-subject-cue": 0.50,  # of 16
    "document-cue-object": 0.48,  # of 27
    "passive-by": 0.48,  # of 25
    "passive-to": 0.48,  # of 25
    "passive-preposition": 0.45,  # of 18
    "noun-state": 0.45,  # of 11
    "noun-participle": 0.44,  # of 18
    "noun-that": 0.43,  # of 21
    "verb-noun": 0.40,  # of 10
    "possessor-noun": 0.28,  # of 57
}
# Rules that this corpus cannot measure, from reading what they find: it marks neither lines of transcripts nor headlines
# with a colon, and hardly ever "X quoted S as saying", "in S's view", "was met with relief in S" or "S's aim is C".
JUDGED: dict[str, float] = {
    "as-subject-cue": 0.85,  # all of 5
    "quoted-as": 0.85,
    "speaker-colon": 0.8,
    "perspective": 0.75,
    "colon-quote": 0.75,
    "linked-participle": 0.7,
    "sentence-quote": 0.7,
    "perspective-for": 0.65,
    "passive-in": 0.65,
    "subject-cue-judged": 0.65,
    "noun-colon": 0.6,
    "state-opens": 0.6,
    "to-cue": 0.6,
    "met-with-noun": 0.6,
    "aim-noun": 0.6,
    "noun-is": 0.6,
    "subject-cue-willed": 0.6,
    "drew-noun": 0.6,
    "noun-is-object": 0.55,
    "bare-state": 0.55,
    "relative-object": 0.5,
    "cue-object": 0.5,
    "passive-that": 0.5,
    "noun-source": 0.35,
    "state-noun": 0.35,
}
# Whose a refusal or a desire is, its possessor tells: read, these are true, though that corpus marks them seldom ("S's refusal to C").
WILLING_RULES = frozenset({"possessor-noun", "state-noun"})
WILLING = 0.5
UNMEASURED = 0.3


def confidence(rule: str, *, of_will: bool = False) -> float:
    """Precision of a rule, 0-1; `of_will` where its cue is a noun of what somebody will or will not do."""
    if of_will and rule in WILLING_RULES:
        return WILLING
    return PRECISION.get(rule) or JUDGED.get(rule, UNMEASURED)
