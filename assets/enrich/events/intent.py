"""What PLOVER makes of deeds that are only spoken of: willingness is to agree, a refusal to reject, an announced harm to threaten.

Rules of the PLOVER codebook on stated intentions (Open Event Data Alliance, PLOVER 2017). Talks stay talks: a planned
meeting is a `consult` with status planned.
"""

from assets.enrich.words.wordlist import words

COOPERATIVE = words("support concede cooperate aid retreat agree")
HARMFUL = words("sanction coerce assault protest")
CAMEO = {"agree": "030", "reject": "120", "threaten": "130"}
THREATS = {
    "sanction": {"withdraw": "relations", "expel": "expel", "discontinue": "restrict"},
    "coerce": {"arrest": "arrest", "seize": "territory", "deport": "expel"},
}
OTHER_THREATS = {"sanction": "relations", "coerce": "restrict", "assault": "violence", "protest": "relations", "agree": "violence"}


def spoken(event_type: str, status: str, is_own_will: bool, is_future: bool) -> str | None:
    """Type of the stated intention, or None where the deed itself is reported.

    Parameters
    ----------
    event_type, status
        Of the deed, as read from the words.
    is_own_will
        The source is named and is itself the one that will, or will not, act.
    is_future
        The refusal is of something to come ("will not"), not a report that something did not happen.
    """
    if not is_own_will:
        return None
    if status == "planned" and event_type in COOPERATIVE:
        return "agree"
    if status == "planned" and event_type in HARMFUL:
        return "threaten"
    if status == "negated" and is_future and (event_type in COOPERATIVE or event_type == "consult"):
        return "reject"
    return None


def threat_mode(event_type: str, event_mode: str | None) -> str | None:
    """Mode of a threat to do what a type and mode name."""
    return THREATS.get(event_type, {}).get(event_mode or "", OTHER_THREATS.get(event_type))
