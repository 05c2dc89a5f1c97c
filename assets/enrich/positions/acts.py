"""What a statement does: its speech act. How it stands towards an issue belongs to `stance`."""

import re
from collections.abc import Callable

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.blame import questioned
from assets.enrich.positions.future import AHEAD, Futures
from assets.enrich.positions.holders import OBJECT_RULES
from assets.enrich.positions.polarity import is_unwanted
from assets.enrich.positions.reading import Reading

# An invitation of the speaker's own: "she said she had “invited”".
INVITED = re.compile(r"(?:he|she|it|they|we|I)(?: (?:has|have|had|also|now|again|once|\w+ly))* [“\"'‘]?invit(?:ed?|es)\b", re.IGNORECASE)
# Speech acts a cue names only weakly, so that the words of the content may say more.
WEAK_ACTS = frozenset({"states", "agrees"})
JUDGING_ACTS = frozenset({"denies", "rejects", "accuses", "criticizes", "praises"})
# An act denied is another: who does not rule out states, who does not agree rejects.
NEGATED = {"agrees": "rejects", "promises": "rejects", "rejects": "states", "denies": "states", "praises": "criticizes"}
# When a content shows several acts, the first of these is the one reported.
ACT_ORDER = (
    "denies",
    "rejects",
    "threatens",
    "accuses",
    "criticizes",
    "praises",
    "warns",
    "proposes",
    "demands",
    "agrees",
    "promises",
    "predicts",
)
# What somebody wants of others is demanded ("wants the border opened"); what he wants to do himself is a wish.
WANTING = frozenset({"want", "would like", "seek"})
OF_OTHERS = frozenset(
    {"subject-cue-addressee-to", "subject-cue-addressee-clause", "subject-cue-object", "participle-object", "relative-object"}
)
ASKED_FOR = re.compile(
    r"(?:(?:in|on|last|this|again) \w+ )?for (?:an?|the|its|his|her|their|more|new|all|\w+ (?:aid|help|support|talks))\b"
)
TWO_SIDED = re.compile(r"\w[”\"’']? with\b", re.IGNORECASE)  # "wants a better relationship with Oslo": a wish, and no demand
# Who rejects what is alleged denies it; "claims to the island" are no allegation.
ALLEGED = re.compile(
    r"(?:[\w’'-]+ ){0,4}?(?:(?:allegation|accusation|insinuation|assertion|claim|charge|rumou?r|suggestion|speculation|imputation)s?"
    r"|reports|term|link|label)\b(?! (?:to|over|on|for) )",
    re.IGNORECASE,
)
# Who assures that something is not so denies it.
ASSURING = frozenset({"assure", "reassure", "insist", "maintain", "swear", "protest"})
NOT_SO = re.compile(
    r"[^.,;:]{0,60}?\b(?:(?:is|are|was|were|has|have|had|does|do|did)(?:n['’]t| not| never| no)\b|harm(?:s|ed)? (?:no|nobody)\b)",
    re.IGNORECASE,
)
NEVER = re.compile(r"(?:that )?(?:never|not) to |[^.,;:]{0,40}?\b(?:would|will|shall)(?: not| never|n['’]t) ", re.IGNORECASE)
# What one's own side will not do is refused; a vow put the other way round ("will not rest") is not.
# Whose it is, stands before it in its clause, at the head of the statement or as "we".
REFUSED = re.compile(
    r"(?:^[^.,;:]{1,70}?|\b(?:we|I)(?: \w+)?) ?\b(?:(?:will|would|shall)(?: not| never|n['’]t)|won['’]t|cannot) "
    r"(?!be able|be surprised|be easy|be long|rest\b|hesitat|forget|abandon|fail|waver|tire\b|give up|let\b|allow|permit"
    r"|toler|wait\b|comment)",
    re.IGNORECASE,
)
REFUSABLE = frozenset({"states", "promises", "predicts", "demands", "agrees", "criticizes"})
TOLD = frozenset({"states", "promises", "predicts"})  # of what will be
# "insisted that the border be opened", "that he must": else who insists only tells.
DUTY = re.compile(
    r"\b(?:must|should|shall|ought|need|needs|has to|have to|had to)\b|(?<!will )(?<!would )(?<!could )(?<!to )(?<!not )\bbe \w+",
    re.IGNORECASE,
)
INSISTED = frozenset({"subject-cue-that", "subject-cue-clause", "quote-cue-subject", "quote-subject-cue"})
FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|cannot|\w{2,}ed|[a-z]+s|[a-z]+ (?:off|out|up))\b"
    r"|n['’]t\b"
)
# Whose words begin with "it" speaks of something else; who is reported to say that "it would" mostly speaks of himself.
QUOTED = frozenset({"quote-cue-subject", "quote-subject-cue", "subject-cue-colon"})
THIRD = re.compile(r"(?:it|he|she|they)\b", re.IGNORECASE)
# Whom or what one calls, or takes for, something bad is criticized. What is taken for something good is not yet praised.
CALLING = frozenset({"call", "describe", "label", "brand", "dub", "term", "portray", "characterise", "characterize"})
TAKING_FOR = frozenset({"regard", "see", "view", "consider", "deem"})
COMING = re.compile(r"\b(?:will|won['’]t)\b|['’]ll\b|\b(?:is|are) going to\b", re.IGNORECASE)
IF = re.compile(r"\b(?:if|unless|should)\b", re.IGNORECASE)
# What one's own side would do to others is a threat: "if they are imposed, Oslo will respond".
ANSWERING = re.compile(
    r"\b(?:will|would|shall|ready to|prepared to|know how to)\b[^.;,]{0,40}?\b(?:respond|retaliate|hit back|strike back|answer in kind"
    r"|take (?:counter-?measures|revenge)|(?:shut|close) (?:the|its|our|their) (?:border|airspace|ports?|gates?)"
    r"|expel|cut off|suspend|withdraw|leave|impose)\b"
)
THERE_IS_NO = re.compile(
    r"(?:that )?[Tt]here (?:(?:will|can|shall|would|could) be no\b(?! (?:doubt|winners?|need|reason|problem|lack)\b)"
    r"|(?:is|was) no (?:room|space|scope|place|basis|reason|grounds?|question) (?:for|of|to|in)\b)"
)
# What one's own side has not done, or is not doing, is denied; "is not enough" is judged.
NOT_DONE = re.compile(
    r"(?:(?!\b(?:that|who|which|because|when|where|if)\b)[^.,;:]){1,60}?\b"
    r"(?:(?:has|have|had|did)(?:n['’]t| not| never)(?! (?:go|gone|come|done) (?:far|nearly )?enough"
    r"| (?:count|bank|bet|rely|think|believe|expect|foresee|anticipate|know)(?:ed|n)?\b)"  # a thought is no deed
    r"|(?:is|are|was|were)(?:n['’]t| not| never) (?:\w+ing\b|behind|involved|party to))"
    r"|(?:nobody|no one) (?:in|at|from|here|on) [^.,;:]{0,40}?\b(?:(?:wants?|wanted|seeks?|sought|intends?|plans?) to|is|was)\b",
    re.IGNORECASE,
)
# What will be, may be or ought to be, and what there is no need of, is not called ill: "the payments will stop".
TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|should|must|ought|needs?|needed)\b|['’]ll\b|\bno (?:need|reason|plans?|wish|desire)\b"
)
HEAD = 60  # characters of a statement in which what it is about is judged, and not what stands beside
# What is called a danger is warned of.
DANGER = re.compile(
    r"[^.,;:]{1,90}?\b(?:is|are|was|were|be|been|pose[sd]?|posing|represent(?:s|ed)?|remain(?:s|ed)?|becom\w+)\b(?: [\w-]+){0,4}?"
    r" (?:threats?|dangers?|dangerous|risks?|risky|perils?|perilous)\b"
)
LIKED = re.compile(r"(?!(?:he|she|it|we|I|they)\b)(?:[\w'’-]+ ){1,4}to [a-z]+\b")  # "would like Oslo to pay"


def speech_act(
    reading: Reading,
    cue: Cue | None,
    statement: str,
    rule: str,
    futures: Futures,
    is_own: Callable[[], bool],
    is_onlooker: Callable[[], bool],
) -> str:
    """One of `schemas.SPEECH_ACTS`: the cue's own, or what the content does where the cue only says "say".

    What is no clause ("called the deal a disgrace") can judge, but promises and foretells nothing.

    Parameters
    ----------
    rule
        The rule that found the attribution.
    futures
        What tells what will be.
    is_own
        Whether the statement tells what the holder's own side does; asked only where that matters.
    is_onlooker
        Whether the holder only looks on; asked like that.
    """
    is_clause = rule not in OBJECT_RULES
    act = _of_cue(reading, cue, statement, rule, is_own) if cue else "states"
    if act not in WEAK_ACTS or (cue and cue.kind in ("thought", "state") and cue.stance):
        return act  # "he would like to" is a wish, no forecast
    if statement.rstrip(" ”\"'’").endswith("?"):
        return "asks"
    if "invit" in statement and INVITED.match(statement):
        return "proposes"
    if is_clause and act == "states" and "here " in statement and THERE_IS_NO.match(statement):
        return "rejects"  # "there will be no talks"
    shown = next((shown for shown in ACT_ORDER if shown in reading.acts and (is_clause or shown in JUDGING_ACTS)), act)
    if is_clause and shown in REFUSABLE and REFUSED.search(statement) and is_own():
        return "rejects"
    if is_clause and shown in TOLD and IF.search(statement) and ANSWERING.search(statement) and is_own():
        return "threatens"
    if cue and cue.lemma in TAKING_FOR and shown in ("states", "accuses"):
        return "criticizes" if shown == "accuses" else _judged(reading)
    if shown == "states" and cue and cue.lemma in CALLING:
        return _judged(reading, may_praise=True)
    if is_clause and shown == "states":
        shown = _of_clause(reading, cue, statement, is_own)
    if is_clause and shown in TOLD and (shown == "promises" or AHEAD.search(statement)):
        is_side = is_own() and not (rule in QUOTED and THIRD.match(statement))
        return futures.act(
            statement, shown, is_own=is_side, is_onlooker=is_onlooker(), is_thought=cue is not None and cue.kind == "thought"
        )
    return shown


def of_negated(act: str, cue: Cue | None) -> str:
    """The act of what is negated: who "would never seek a weapon" rejects it."""
    if act == "demands" and cue is not None and cue.lemma in WANTING:
        return "rejects"
    return NEGATED.get(act, act)


def _of_cue(reading: Reading, cue: Cue, statement: str, rule: str, is_own: Callable[[], bool]) -> str:
    """The act of a cue with what it governs."""
    act, is_object = cue.speech_act, rule in OBJECT_RULES
    if cue.lemma in WANTING and rule in OF_OTHERS and not (reading.has_negation or TWO_SIDED.search(statement)):
        return "demands"
    if cue.lemma == "like" and rule == "subject-cue-object" and LIKED.match(statement):
        return "demands"
    if act == "asks" and questioned(cue, statement):
        return "criticizes"
    if (cue.lemma == "tell" and rule == "subject-cue-addressee-to") or (cue.lemma == "ask" and ASKED_FOR.match(statement)):
        return "demands"
    if act == "rejects" and is_object and ALLEGED.match(statement):
        return "denies"
    if cue.lemma in ASSURING and not is_object and NOT_SO.match(statement):
        return "denies"
    if cue.lemma == "insist" and rule in INSISTED and FINITE.search(statement) and not DUTY.search(statement):
        return "states"
    if cue.lemma == "swear" and NEVER.match(statement):
        return "rejects"
    if act == "warns" and cue.kind == "speech" and _threatens(reading, statement) and is_own():
        return "threatens"
    return act


def _threatens(reading: Reading, statement: str) -> bool:
    return "threatens" in reading.acts or (IF.search(statement) is not None and COMING.search(statement) is not None)


def _of_clause(reading: Reading, cue: Cue | None, statement: str, is_own: Callable[[], bool]) -> str:
    """The act of a clause whose words show none: who speaks ill of others criticizes, who has not done it denies."""
    if reading.has_negation and is_unwanted(reading):
        return "rejects"
    is_said = cue is None or cue.kind == "speech"
    if is_said and reading.has_negation and NOT_DONE.match(statement) and (is_own() or statement[:1] in "Nn"):
        return "denies"
    judged = reading.judgements
    is_ill = (
        sum(one.sign for one in judged) < 0 and not TO_COME.search(statement) and min(one.place for one in judged) < reading.offset + HEAD
    )
    if is_ill and is_said and not is_own():
        return "warns" if DANGER.match(statement) else "criticizes"
    return "states"


def _judged(reading: Reading, *, may_praise: bool = False) -> str:
    side = sum(one.sign for one in reading.judgements)
    return "criticizes" if side < 0 else "praises" if side > 0 and may_praise else "states"
