"""How a statement stands towards its issue. Which issue it is on is found elsewhere, and so is what its words say: see `reading` and
`polarity`; what it does: see `acts`.
"""

import re

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.blame import by_blame, questioned
from assets.enrich.positions.conditions import answers, is_bound, is_not_yet, sets_condition
from assets.enrich.positions.feelings import is_felt, told_of
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.peace import ONLY_PATH, by_talks_or_force
from assets.enrich.positions.polarity import Done, done, is_denied, is_denied_before, is_to_leave, is_unwanted
from assets.enrich.positions.reading import Judgement, Reading

Span = tuple[int, int]

# Speech acts that are for what they name.
FAVOURING = frozenset({"demands", "proposes", "promises"})
# Who does this to the other side of a relation is for the relation.
APPROVING = frozenset({"praises", "agrees"})
# Who does this on an issue of peace, without a word of violence, is for peace: "offered transit", "thanked the mediators".
COMING_CLOSER = frozenset({"praises", "proposes", "promises"})
# Speech acts that are against what is their statement's subject.
DISFAVOURING = frozenset({"rejects", "criticizes"})
JUDGED_REACH = 100  # characters between an issue and a word that judges it
GOVERNED_REACH = 14  # characters between "must stop" and the deed that it would end
ADDRESSEE_REACH = 26  # characters before whom a demand is made of: " pressed the three"
SUBJECT_REACH = 30  # characters into a clause in which its subject begins
# "even after a truce": what is granted is not asked for
GRANTED = re.compile(r"\beven (?:after|in|if|with|under|during|amid)\b[^.;,]{0,40}$", re.IGNORECASE)
WILL = re.compile(r"\b(?:will|would|shall)\b|['’]ll\b", re.IGNORECASE)
FIRM = re.compile(WILL.pattern + r"|\b(?:cannot|can not|can['’]t|could not|couldn['’]t)\b", re.IGNORECASE)
WILL_NOT = re.compile(
    r"\b(?:will|would|shall|can|could)(?: not|n['’]t| never)\b|\b(?:won|can)['’]t\b|\bcannot\b"
    r"|\b(?:nobody|no one|nothing)(?: (?:in|at|here|on) (?:the )?[\w’'-]+(?: [A-Z]\w+)?)?"
    r" (?:will|would|can|could|wants?|wanted|plans?|planned|intends?|intended)\b",
    re.IGNORECASE,
)
# What one's own side will not do to the issue: "it would not open its files".
REFUSED = re.compile(
    r"\b(?:will|would|shall|can|could)(?: not|n['’]t| never) (?!be\b|comment|discuss|say|speak|speculat|confirm|forget|let\b|allow"
    r"|permit|toler|rest\b|hesitat|wait|rule out|exclude)\w+",
    re.IGNORECASE,
)
INVITING = re.compile(r"\binvit(?:e[sd]?|ing|ations?)\b")  # who invites the other side is for relations with it
FURTHER = re.compile(
    r"\b(?:further|more|new|another|next|regular|high-level) (?:round of )?(?:[\w-]+ )?"
    r"(?:talks|meetings?|contacts|negotiations|consultations|summits?)\b"
)
GOING_ON = frozenset({"states", "predicts", "promises"})  # acts that tell of talks to come
MAYBE = re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE)  # what one may do is no stand yet
# The same, right before what would be done: "might permit exports and reinstate flights".
MAYBE_DO = re.compile(
    r"\b(?:may|might|could)(?: (?!not\b)\w+ly| also| soon| yet| then)? (?:be )?(?:[^.,;:]{0,60}? (?:and|or) )?(?:also )?$", re.IGNORECASE
)
PARTICIPLE = re.compile(r"[a-z]+(?:ed|en|wn|ut)\b")
# Who fears to be left out is not against what he is left out of.
LEFT_OUT = re.compile(
    r"\bwithout (?:its|his|her|their|our) (?:\w+ )?(?:participation|consent|involvement|input|knowledge|approval|say|agreement"
    r"|presence|voice)\b|\bwithout (?:them|us|him)\b|\bover (?:its|his|her|their|our) heads?\b|\bbehind (?:its|his|her|their|our) backs?\b"
    r"|\bat (?:its|his|her|their|our) expense\b"
)
# What talks are to find: "ways to reach a lasting settlement".
SEEKING = re.compile(
    r"\b(?:find|seek|reach|achieve|work out|work on|look for|search for|discuss)(?:ing|s)? (?:an? |the |some |new )*(?:[\w-]+ ){0,2}?"
    r"(?:solutions?|settlement|compromise|common ground|way forward|way out|understanding|agreement)\b",
    re.IGNORECASE,
)
HARMING = re.compile(
    r"\b(?:attacks?|assaults?|strikes?|raids?|threats?|violence|aggression|crimes?) (?:by|of|from) [^.;,]{0,40}?"
    r"\b(?:on|against|at|to)\b[^.;,]{0,25}$"
)
THREATENED_WITH = re.compile(r"[^.,;:]{0,40}? with (?!whom\b|which\b)\w")  # "threatened the court with sanctions"
# A thing told before that is not known to be the issue: "this kind of cleaning might do us good".
OTHER_THING = re.compile(
    r"[“\"'‘]?(?:this|such an?|these) (?!is\b|was\b|has\b|will\b|would\b|could\b|may\b|might\b|can\b)[a-z]", re.IGNORECASE
)
WISH = re.compile(r"(?:interested|keen|eager|ready|willing|prepared)\b", re.IGNORECASE)
WISH_REACH = 12  # characters
POLITE = re.compile(r"(?:respect|understand|appreciat|sympathi)\w*\b[^.;]*?\b(?:but|however|although|though|yet)\b", re.IGNORECASE)
# Whom a demand is made of may be named by the contrary of the issue: "urged the junta to hold elections".
ADDRESSED = re.compile(
    r"[^.,;:]{0,30}? (?:not )?to (?!be\b|go\b|end\b|stop\b|come\b|take\b|remain\b|continue\b"
    r"|leave\b(?! (?:power|office))|withdraw[.”\"])[a-z]+\b"
)


def stance(
    reading: Reading,
    cue: Cue | None,
    act: str,
    issue: Issue,
    clause: Span,
    extent: Span,
    *,
    is_negated: bool,
    is_own_deed: bool = False,
    is_offer: bool = False,
    is_of_contrary: bool = False,
) -> str:
    """One of `schemas.STANCES` towards the issue.

    The cue decides where it takes a side ("rejected", "wants"), else a speech act that favours what it names ("we will
    send arms"), else the words of judgement beside the issue: in its sentence, `clause`, of the statement, `extent`. The side turns
    where something is done against the issue ("stop", "lift") and where the statement names the issue by its contrary; twice
    turned it stands as it was ("not leave", "an end to the restrictions on"). `is_own_deed`: the statement tells what the holder's
    own side does.
    """
    names_it = issue.scope == "statement"
    if issue.is_against and act == "demands" and _is_addressed(reading, issue):
        issue = issue._replace(is_against=False)
    deed = done(reading, issue, clause) if names_it else None
    near = _near(reading, issue, clause, is_own_deed=is_own_deed)
    signs = [_towards(one, issue) for one in near]
    judged = sum(signs)
    cue_side = _sign(cue.stance if cue else None) * (-1 if is_negated else 1) if names_it else 0  # what it favours is the issue itself
    side = cue_side or _asked(reading, act, issue, clause, deed, judged)
    is_asked_of_a_fight = issue.is_fight and issue.is_against and deed is None and act in FAVOURING and side and not is_negated
    is_left_out = cue_side < 0 and act in ("warns", "criticizes", "states") and LEFT_OUT.search(reading.statement) is not None
    if (act == "denies" and not (cue and cue.stance)) or is_asked_of_a_fight or is_left_out:
        return "neutral"  # "more clarity on terrorism" is demanded by both sides of the fight
    if names_it and not cue_side and not judged and answers(reading, issue):
        return _named(-(deed.sign if deed else 1), issue, reading)
    # "unless all help, the truce will collapse" warns, and sets no condition
    is_warning = act == "warns" and not is_own_deed
    if (
        not is_warning
        and ((cue_side >= 0 and judged >= 0) or (is_own_deed and is_bound(reading.statement)))
        and sets_condition(reading, act, issue, cue_side, is_own_deed=is_own_deed, is_offer=is_offer)
    ):
        return "conditional"
    way = by_talks_or_force(issue, reading.text(clause[0], issue.start), reading.text(issue.start, clause[1])) if names_it else None
    if way or (names_it and (way := questioned(cue, reading.statement))):
        return way
    if names_it and is_negated and cue_side < 0 and cue and is_not_yet(reading, cue.speech_act, issue):
        return "conditional"
    if any(one.kind == "short" for one in near) and names_it and deed is None:
        return _named(1, issue, reading)  # who finds it too slow or too little wants more of it
    if names_it and is_own_deed and not cue_side and not near and issue.start < reading.main_end:
        own = _own(reading, issue, clause, deed)
        if own:
            return _named(own, issue, reading)
    if side:
        side *= deed.sign if deed and cue_side else 1
        if cue_side < 0 and deed is None and not issue.is_against and HARMING.search(reading.text(clause[0], issue.start)):
            side = -side  # "condemned attacks by pirates on ships"
        if cue_side and deed is None and is_felt(cue, clause, reading):
            side *= told_of(reading, issue, clause, judged)
        if (
            cue_side
            and act in FAVOURING
            and deed is None
            and (is_denied(reading, issue, clause) or is_to_leave(reading, act, issue, clause))
        ):
            side = -side  # "urged Oslo not to sign the treaty"
    elif len(set(signs)) == 2 and reading.has_contrast:
        return "neutral" if act == "predicts" else "mixed"  # what will come of it, for good and ill, is not judged
    elif names_it or (judged > 0 and (issue.scope != "title" or (issue.is_relation and act in APPROVING))):
        side = _judged(reading, cue, act, issue, clause, extent, deed, near, judged)
    elif not judged and not is_negated and cue is not None:
        side = _around(reading, cue, act, issue, is_of_contrary=is_of_contrary)
    return by_blame(_named(side, issue, reading) if names_it else _STANCES[side], act, cue, issue, near)


def _around(reading: Reading, cue: Cue, act: str, issue: Issue, *, is_of_contrary: bool) -> int:
    """The side of a statement that judges nothing on an issue that only stands around it: of what is done, to whom, in what fear."""
    if act == "warns":
        is_dreaded = cue.speech_act == act and (_sign(cue.stance) < 0 or "consequences" in reading.statement)
        return -1 if is_dreaded and not (issue.is_peace or issue.is_fight or is_of_contrary) else 0
    if reading.has_negation:
        return 0
    is_for_other = issue.is_of_other and (_sign(cue.stance) > 0 or act == "praises")
    is_for_both = issue.is_relation and not issue.terms and cue.kind == "state" and _sign(cue.stance) > 0 and not reading.deeds
    is_closer = issue.is_peace and act in COMING_CLOSER and cue.speech_act == act
    return int(is_for_other or is_for_both or is_closer or (issue.is_relation and act == "proposes" and _invites(reading, cue)))


def _is_addressed(reading: Reading, issue: Issue) -> bool:
    return (
        issue.start - reading.offset <= ADDRESSEE_REACH
        and bool(issue.terms and issue.terms[0][0] >= reading.offset)
        and "for " not in reading.text(reading.offset, issue.start)  # "asked for a tribunal to rule"
        and ADDRESSED.match(reading.statement, issue.terms[0][1] - reading.offset) is not None
    )


def _invites(reading: Reading, cue: Cue) -> bool:
    return cue.lemma == "invite" or INVITING.search(reading.statement) is not None


_STANCES = {1: "supports", -1: "opposes", 0: "neutral"}


def _named(side: int, issue: Issue, reading: Reading) -> str:
    """A side towards what a statement names, as one towards its issue: turned where that is the contrary, or the lesser of two."""
    is_turned = issue.is_against != (reading.than is not None and reading.than < issue.start)
    return _STANCES[-side if is_turned else side]


def _near(reading: Reading, issue: Issue, clause: Span, *, is_own_deed: bool) -> list[Judgement]:
    """Words of judgement beside the issue."""
    feared = reading.if_span if is_own_deed else None  # what one's own side would answer is judged, not the issue
    judgements = [one for one in reading.judgements if not (feared and feared[0] <= one.place < feared[1])]
    near = [one for one in judgements if clause[0] <= one.place < clause[1] and not _is_polite(one, reading)]
    if not near and all(one.sign > 0 for one in judgements):
        near = judgements  # "it is a slow process. But each step brings us forward"
    if issue.scope != "statement":
        if OTHER_THING.match(reading.statement):
            return []
        return near if is_own_deed else [one for one in near if not _is_wish(one, reading)]
    near = [one for one in near if not _is_only_possible(one, reading, clause)]
    if len(near) > 1 and reading.deeds:
        near = [one for one in near if not _is_governed(one, near, reading)]
    if issue.start - clause[0] > SUBJECT_REACH:  # not the subject, which all of its clause is about
        near = [one for one in near if abs(one.place - issue.start) <= JUDGED_REACH]
    return [] if near and _is_beside(reading.text(clause[0], issue.start)) else near


def _is_polite(one: Judgement, reading: Reading) -> bool:
    """Whether a word of respect only leads up to the judgement: "I respect his decision, but it is a mistake"."""
    return (
        one.sign > 0 and reading.has_contrast and POLITE.match(reading.text(one.place, reading.offset + len(reading.statement))) is not None
    )


def _is_wish(one: Judgement, reading: Reading) -> bool:
    """Whether a word of praise tells what somebody wants, and nothing of the issue around: "Oslo is interested in keeping its lead"."""
    return one.sign > 0 and WISH.match(reading.text(one.place, one.place + WISH_REACH)) is not None


def _is_only_possible(one: Judgement, reading: Reading, clause: Span) -> bool:
    """Whether a word of praise is a deed that may be done: "Oslo might reinstate the flights"."""
    before = reading.text(clause[0], one.place)
    is_quality = before.endswith("be ") and PARTICIPLE.match(reading.text(one.place, clause[1])) is None  # "might be helpful"
    return one.sign > 0 and one.kind == "positive" and not is_quality and MAYBE_DO.search(before) is not None


def _is_governed(one: Judgement, near: list[Judgement], reading: Reading) -> bool:
    """Whether a word of praise is a deed that the word before it would have ended: "must stop supporting the rebels"."""
    return any(deed.start == one.place for deed in reading.deeds) and any(
        other.sign < 0 and 0 < one.place - other.place <= GOVERNED_REACH for other in near
    )


def _is_beside(before: str) -> bool:
    """Whether what stands before an issue makes it a thing besides: "the only path to peace is", "even after a truce"."""
    return ("only" in before and ONLY_PATH.search(before) is not None) or ("even" in before and GRANTED.search(before) is not None)


def _asked(reading: Reading, act: str, issue: Issue, clause: Span, deed: Done | None, judged: int) -> int:
    """The side of a statement that demands, proposes or promises by its own words."""
    if act not in FAVOURING or judged or issue.scope != "statement":
        return 0
    if _is_beside(reading.text(clause[0], issue.start)):
        return 0
    if deed:
        return deed.sign
    if is_to_leave(reading, act, issue, clause):
        return -1
    if not reading.has_negation:
        return 1
    return -1 if is_denied(reading, issue, clause) else 0


def _own(reading: Reading, issue: Issue, clause: Span, deed: Done | None) -> int:
    """The side of who tells what his own side does to the issue: who says that he quits it is against it."""
    if deed:
        return 0 if deed.is_subject or MAYBE.search(reading.text(clause[0], deed.start)) else deed.sign
    if not issue.is_against:
        end = issue.terms[0][1] if issue.terms and issue.terms[0][0] == issue.start else issue.start
        is_refused = REFUSED.search(reading.text(clause[0], end)) is not None and is_denied(reading, issue, clause)
        return -1 if is_refused else 0
    if not reading.has_negation:
        return 1  # its very name tells the deed: "withdrawing from the treaty"
    return -1 if is_denied(reading, issue, clause) else 0


def _judged(
    reading: Reading,
    cue: Cue | None,
    act: str,
    issue: Issue,
    clause: Span,
    extent: Span,
    deed: Done | None,
    near: list[Judgement],
    judged: int,
) -> int:
    """The side of what is judged, or blamed, and of what nobody will do."""
    side = (judged > 0) - (judged < 0)
    if side and deed and (deed.is_subject or (deed.is_before and all(one.place < deed.start for one in near))):
        return side * deed.sign  # "it is vital to stop the war", "lifting the sanctions would be a mistake"
    if side or issue.scope != "statement":
        return side
    if act == "rejects" and is_unwanted(reading):
        return 1 if deed and deed.sign < 0 else -1
    if deed and deed.is_subject and act == "warns":
        return -deed.sign
    is_whole = clause == extent or (cue is not None and cue.speech_act == act)  # the act is that of the issue's own sentence
    is_subject = issue.start - clause[0] <= SUBJECT_REACH
    if act in DISFAVOURING and is_whole and is_subject:
        if reading.has_negation:
            return -1 if act == "rejects" and deed is None and is_denied_before(reading, issue, clause) else 0
        return -(deed.sign if deed else 1)
    if deed and deed.is_before and act == "threatens":
        return deed.sign  # "threatened to leave the treaty"
    if act == "threatens" and cue and cue.lemma == "threaten" and THREATENED_WITH.match(reading.text(issue.start, clause[1])):
        return -1
    if act == "threatens" and issue.is_against and deed is None:
        return 1  # "threatened retaliation", for sanctions
    if deed and act == "accuses":
        return -deed.sign  # "blamed Oslo for the failure of the talks"
    if (
        issue.is_peace
        and act in GOING_ON
        and not reading.has_negation
        and any(way.search(reading.text(*clause)) for way in (FURTHER, SEEKING))
    ):
        return 1  # "further meetings are planned"
    if deed and deed.sign > 0 and (WILL_NOT if deed.is_before else FIRM).search(reading.text(*clause)):
        return 1  # "the sanctions will not be lifted", "would be widened", "the treaty cannot be renegotiated"
    return 0


def _towards(judgement: Judgement, issue: Issue) -> int:
    """The side of a judgement towards what a statement names of its issue."""
    if judgement.kind == "harm" and issue.scope == "statement" and judgement.place > issue.start:
        return -judgement.sign  # what does harm is judged, not what harm is done to
    if judgement.kind == "loss" and issue.is_against:
        return -judgement.sign  # who fears for a contrary ("risk of war") fears the contrary
    return judgement.sign


def _sign(stance_of_cue: str | None) -> int:
    return {"supports": 1, "opposes": -1}.get(stance_of_cue or "", 0)
