"""What a statement of what will be does: it threatens, promises, foretells, or only tells what is planned. Acts that a cue or a word of
judgement names belong to `acts`.
"""

import re

WILL = re.compile(r"(?:\b(?:will|won['’]t|would|shall)\b|['’]ll\b|\b(?:is|are|was|were) going to\b)", re.IGNORECASE)
# What will be of the subject of the statement: not "a dialogue, which will help".
FORETOLD = re.compile(rf"(?:(?!\b(?:who|which|that|whether)\b)(?:[^;:.]|(?<=\b[MD][rs])\.)){{0,110}}?{WILL.pattern}", re.IGNORECASE)
# What nobody does on purpose, or no plan provides for: what is told of it is foretold, whoever says so.
OUTCOME = re.compile(
    rf"{WILL.pattern}(?: (?:only|also|soon|eventually|inevitably|surely|certainly|then|one day|\w+ly))*"
    r" (?:be (?:no|more|less|fewer|nothing|over|difficult|hard|easy|harder|easier|worse|better|too late"
    r"|ready|enough|defeated|isolated|forced|remembered|lost|won|solved"
    r"|disastrous|catastrophic)|(?:be|get) (?:\w+ )?(?:worse|better|stronger|weaker)"
    r"|collapse|fail|win|lose|prevail|succeed|survive|suffer|die|end|crumble|falter|unravel|backfire|escalate|deteriorate|worsen|improve|spread"
    r"|emerge|happen|occur|rise|fall|grow|shrink|soar|double|triple|drop|decline|increase|slow|recover|lead|cause|trigger|bring|result|prove"
    r"|pay off"
    r"|come to nothing|take (?:years?|decades?|months?|a long|time"
    r"|\w+ (?:(?:to|or) \w+ )?(?:years?|months?|decades?))|turn (?:out|into|against)|become|remain|regret"
    r"|cripple|exceed|hurt|harm|damage|weaken|strengthen|undermine|outlast|boost|kill"
    r"|give (?:up|way|in)|run out|cost|benefit|change|mean)\b",
    re.IGNORECASE,
)
# A statement with none of these tells nothing of what will be, and most have none.
AHEAD = re.compile(r"\b(?:will|won['’]t|would|shall|may|might|could|going to)\b|['’]ll\b", re.IGNORECASE)
MAY = re.compile(r"[^.,;:]{2,60}?,?(?: who [^,]{0,80},)? (?:may|might|could)\b (?!not have|have\b)[a-z]+", re.IGNORECASE)
# What one's own side will do, right behind its name.
_WORD = r"(?!\w+n['’]t\b|not\b|never\b|that\b|who\b)[\w’'.-]+"
_OWN = rf"[“\"'‘]?(?:(?:and|but|so|also|then) )?{_WORD}(?: {_WORD}){{0,5}}? ?"
OWN_WILL = re.compile(
    rf"{_OWN}(?:will|would|shall|['’]ll|(?:is|are|am) going to)(?: (?:also|now|soon|then|again|always|only|\w+ly))* "
    r"(?!(?:not|never|\w+ly|also|now|soon|then|again|always|only|be|have|like|love|prefer|rather|welcome|need|see|know"
    r"|continue|amount|meet|travel|visit|arrive|attend|speak|talk|go|come|return"
    r"|discuss|study|consider|review|look|decide|say|tell|seek|search|wait|want|hope|expect|try|become|remain|stay|win|lose|suffer|mean|hold"
    r"|happen|fail|die|pay|take|get|find|lead|bring)\b)[a-z]{2,}",
)
# What one's own side will, or may, do to others.
HOSTILE = re.compile(
    rf"{_OWN}(?:will|would|shall|might|may|could|['’]ll|(?:is|are|am) going to)(?: (?:also|now|soon|then|again|\w+ly))* "
    r"(?:impose|expel|sanction|blacklist|retaliate|hit back|strike back|sue\b"
    r"|file (?:an? )?(?:\w+ )?(?:complaint|lawsuit|suit|case)|sever|break off"
    r"|cut off|freeze|target|punish|seize|bomb|attack|invade|destroy|crush|shut (?:the|its|our|their|down)|bar\b|boycott|downgrade|veto)",
)


def is_own_will(statement: str) -> bool:
    """Whether a statement of one's own side tells what that will do."""
    return OWN_WILL.match(statement) is not None


def of_future(statement: str, act: str, *, is_own: bool, is_onlooker: bool, is_thought: bool) -> str:
    """The speech act of a statement whose words show `act`, "states", "predicts" or "promises", by what it says will be.

    Parameters
    ----------
    is_own
        Whether its subject is the holder's own side, who threatens or promises what he will do.
    is_onlooker
        Whether the holder only looks on, as an analyst does: he has nothing to promise, and foretells what others plan.
    is_thought
        Whether it is only believed, or reckoned with.
    """
    if is_own and HOSTILE.match(statement):
        return "threatens"
    if is_own and not is_onlooker and is_own_will(statement):
        return "promises"
    if act == "promises":
        if is_onlooker:
            return "predicts" if FORETOLD.match(statement) else "states"
        return act
    if is_own or act == "predicts":
        return act
    is_told = FORETOLD.match(statement) is not None
    if is_told and (is_onlooker or is_thought or OUTCOME.search(statement)):
        return "predicts"
    return "predicts" if is_onlooker and MAY.match(statement) else act
