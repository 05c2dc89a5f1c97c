"""What PLOVER makes of deeds that are only spoken of: willingness is to agree, a refusal to reject, an announced harm to threaten.

Rules of the PLOVER codebook on stated intentions (Open Event Data Alliance, PLOVER 2017): a cooperative deed told in the
future tense, a meeting too, is an agreement to it. An announced withdrawal is a concession; a release or an evacuation that somebody
will make is an agreement to it, as PLOVER's own examples have it.
"""

from assets.enrich.words.wordlist import words

COOPERATIVE = words("support concede cooperate aid retreat agree consult")
HARMFUL = words("sanction coerce assault protest")
CAMEO = {"agree": "030", "reject": "120", "threaten": "130", "concede": "080"}
AGREED = {
    "consult": "036",
    "cooperate": "031",
    "aid": "033",
    "concede": "035",
    "retreat": "035",
    "ceasefire": "0356",
}  # CAMEO of the will to do it, by type or mode
THREATS = {
    "sanction": {"withdraw": "relations", "expel": "expel", "discontinue": "restrict"},
    "coerce": {"arrest": "arrest", "seize": "territory", "deport": "expel"},
}
OTHER_THREATS = {"sanction": "relations", "coerce": "restrict", "assault": "violence", "protest": "relations", "agree": "violence"}


def spoken(
    event_type: str, status: str, is_own_will: bool, is_future: bool, is_possible: bool = False, is_announced: bool = False
) -> str | None:
    """Type of the stated intention, or None where the deed itself is reported.

    Parameters
    ----------
    event_type, status
        Of the deed, as read from the words.
    is_own_will
        The source is named and is itself the one that will, or will not, act.
    is_future
        The refusal is of something to come ("will not"), not a report that something did not happen.
    is_possible
        The source says that it may do so.
    is_announced
        The deed is a withdrawal that somebody announces: giving way, not agreeing to anything.
    """
    if not is_own_will:
        return None
    if status == "planned" and event_type == "retreat" and is_announced:
        return "concede"
    if status == "planned" and event_type in COOPERATIVE:
        return "agree"
    if status == "planned" and event_type in HARMFUL:
        return "threaten"
    if status == "hypothetical" and is_possible and event_type == "sanction":
        return "threaten"  # "may cut off aid"
    if status == "negated" and is_future and event_type in COOPERATIVE:
        return "reject"
    return None


def threat_mode(event_type: str, event_mode: str | None) -> str | None:
    """Mode of a threat to do what a type and mode name."""
    return THREATS.get(event_type, {}).get(event_mode or "", OTHER_THREATS.get(event_type))
