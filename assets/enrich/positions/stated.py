"""Which claims state a position, and which only report a fact or pass the time of day. What the position is, is read elsewhere."""

import re

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.positions.acts import WEAK_ACTS
from assets.enrich.positions.future import AHEAD, FORETOLD
from assets.enrich.positions.holders import OBJECT_RULES, Claim
from assets.enrich.positions.issues import Issue
from assets.enrich.positions.reading import Reading
from assets.enrich.words.closed_class import PRONOUNS

# Below this precision of the rule, and where the content is no clause, a position is on an issue or takes a side and judges.
LOWER_TIER, LOWEST = 0.55, 0.45
# A turn of a transcript: without an issue only these of its acts are positions.
LABEL_RULE = "speaker-colon"
SPEAKING_OUT = frozenset({"demands", "criticizes", "rejects", "warns", "accuses", "threatens", "denies", "promises", "proposes"})
BLUNT = frozenset({"demands", "criticizes", "rejects", "accuses", "threatens"})  # a position, whoever "they" are
# What only tells that, where and when something is: "a Russian envoy was in town", "in Berlin on Thursday".
ADJUNCT = re.compile(
    r"(?:in|on|at|during|after|before|from|following|with|by)\b(?!.*\b(?:is|are|was|were|will|would|has|have|had|must|can|should)\b)"
)
ATTITUDE = re.compile(
    r"\b(?:I|we) (?:\w+ )?(?:think|believe|hope|want|feel|expect|agree|disagree|support|oppose|see|consider|fear|doubt|wish|prefer"
    r"|like|love|hate|know|understand|regret|trust|insist|intend|refuse|need|respect)\b|\bin (?:my|our) (?:view|opinion)\b",
    re.IGNORECASE,
)
# A turn that only leads through the evening: "let us take a question".
LEADING_ON = re.compile(r"let (?:us|me)\b|let['’]s\b", re.IGNORECASE)
# Keeping silent is no stand: "declined to say whom he had met".
SILENT = re.compile(
    r"(?:to )?(?:say|comment|refer to|speak of|talk about"
    r"|confirm|elaborate|give|name|specify|disclose|answer|identify|speculate|be drawn|be named|be identified|go into"
    r"|reveal|respond|take questions|provide (?:any )?details)\b"
)
SHORTEST = 3  # characters
UNTOLD = PRONOUNS | {""}  # sources that tell by themselves of nobody

# Thoughts and states that are no view of anything: to know it, to hear of it, to be taken for it.
NO_VIEWS = frozenset(
    {"know", "know about", "know of", "learn", "discover", "hear", "hear about", "hear of", "find out", "figure out", "gather", "notice"}
    | {"remember", "forget", "recollect", "ascertain", "seem", "appear", "be aware", "be unaware", "be conscious", "be ignorant"}
    | {"realise", "realize", "grasp", "comprehend", "sense", "treat", "reflect on", "be mindful", "be mum", "be quick", "be silent"}
)
TASTES = frozenset({"like", "love", "enjoy", "dislike", "adore"})  # "likes quick deals" is a stand on nothing
WISHED = re.compile(r"(?:[\w'’-]+ ){1,4}to [a-z]+\b")  # "would like Oslo to pay"
ARGUING = frozenset({"argue", "contend", "maintain", "reckon", "opine", "posit", "estimate"})  # speech that tells a view
OWNING = frozenset({"confirm", "admit", "concede", "acknowledge"})  # speech that answers for what it tells
# What a narrator reads into what somebody did or said: "he hinted at more talks, signaling a lasting effort".
GLOSSING = frozenset(
    {"signal", "indicate", "suggest", "reflect", "underscore", "underline", "highlight", "show", "demonstrate", "illustrate"}
)
# What is held to be likely, possible or due is judged, not told.
HELD = re.compile(
    r"\b(?:could|might|may well|likely|unlikely|probable|probably|perhaps|risks?|must|should|ought|no one can|nobody can|impossible"
    r"|inevitable|bound to)\b"
)


def states_position(
    claim: Claim,
    cue: Cue | None,
    act: str,
    reading: Reading,
    issue: Issue | None,
    statement: str,
    recalled: re.Pattern[str],
    *,
    is_quoted: bool,
) -> bool:
    """Whether a claim says what its holder wants, thinks or judges.

    A statement on an issue does, unless all that ties it to one is the company it keeps: what merely stands in a paragraph
    on an issue must judge, do more than state, or be quoted. On no issue, a quotation must show an attitude. What somebody
    known believes, wishes or fears is a position on whatever it is; `recalled` are those who are called home, not remembered.
    """
    takes_side = cue is not None and cue.stance is not None
    confidence = min(claim.row["confidence"], claim.stating["confidence"])
    says_more = act not in WEAK_ACTS and not (act == "predicts" and (cue is None or cue.speech_act != act))
    rule, lemma = claim.stating["rule"], claim.stating["cue"]
    is_told = claim.holder is not None or (claim.holder_text or "").lower() not in UNTOLD
    is_view = is_told and cue is not None and (lemma in ARGUING or (cue.kind in ("thought", "state") and lemma not in NO_VIEWS))
    is_view = is_view and (lemma != "see" or rule == "subject-cue-as")  # "saw what happened"
    if rule == LABEL_RULE and issue is None:
        return act in SPEAKING_OUT and not LEADING_ON.match(statement)  # no greetings, thanks, questions
    if rule == LABEL_RULE and not (says_more or reading.judges or _shows_attitude(statement)):
        return False  # who sits on a panel tells much that happened
    if rule == "participle-object" and lemma in GLOSSING:
        return False
    if rule in OBJECT_RULES and lemma in ("decline", "refuse", "be reluctant") and SILENT.match(statement):
        return False
    if rule == "possessor-noun" and issue is not None and issue.found_in in ("paragraph", "title") and not reading.judges:
        return False  # "America's commitment to growth", in passing
    if rule == "subject-cue-object" and issue is None and lemma in TASTES and not WISHED.match(statement):
        return False
    if rule in OBJECT_RULES and (
        (lemma == "recall" and recalled.search(statement)) or (lemma == "inform" and rule == "subject-cue-preposition")
    ):
        return False  # "France recalled its envoy", "was kept informed of the talks"
    if rule not in OBJECT_RULES and ADJUNCT.match(statement) and not is_quoted:
        return False
    is_clause = rule not in OBJECT_RULES
    if not is_quoted and (confidence < LOWER_TIER or not is_clause):
        if issue is None:
            is_blunt = (
                cue is not None and cue.kind == "speech" and cue.speech_act == act and act in BLUNT
            )  # "they accuse Oslo of arming the rebels"
            is_known = (is_told or is_blunt) and confidence >= (LOWEST if takes_side and claim.holder else LOWER_TIER)
            return (takes_side or says_more or is_view) and (is_known or (takes_side and act != "states" and reading.judges))
        is_stand = takes_side or is_view or reading.judges or act != "states" or lemma in OWNING
        return is_stand or is_clause or issue.scope == "statement"
    if issue is not None:
        named = issue.scope in ("statement", "sentence")
        if named or says_more or is_view or act == "predicts" or is_quoted or reading.judges or takes_side:
            return True
        return HELD.search(statement) is not None or _is_ahead(statement) or _shows_attitude(statement)
    if is_view or (is_told and is_clause and HELD.search(statement)):
        return True
    if says_more or takes_side or reading.judges:
        return True
    return is_quoted and (act != "states" or lemma in OWNING or _is_ahead(statement) or _shows_attitude(statement))


def _is_ahead(statement: str) -> bool:
    """Whether it tells what will be of its subject."""
    return AHEAD.search(statement) is not None and FORETOLD.match(statement) is not None


def _shows_attitude(statement: str) -> bool:
    return ATTITUDE.search(statement) is not None
