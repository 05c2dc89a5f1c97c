"""What a statement of what will be does: it threatens, promises, foretells, or only tells what is planned. Acts that a cue or a word of
judgement names belong to `acts`, the verbs for what is foretold, threatened and but told to the codebook (`position_terms`).
"""

import re
from functools import lru_cache

from assets.codebook import Codebook
from assets.enrich.actors.vocabulary import alternatives

WILL = re.compile(r"(?:\b(?:will|won['’]t|would|shall)\b|['’]ll\b|\b(?:is|are|was|were) going to\b)", re.IGNORECASE)
# What will be of the subject of the statement: not "a dialogue, which will help".
FORETOLD = re.compile(rf"(?:(?!\b(?:who|which|that|whether)\b)(?:[^;:.]|(?<=\b[MD][rs])\.)){{0,110}}?{WILL.pattern}", re.IGNORECASE)
# A statement with none of these tells nothing of what will be, and most have none.
AHEAD = re.compile(r"\b(?:will|won['’]t|would|shall|may|might|could|going to)\b|['’]ll\b", re.IGNORECASE)
MAY = re.compile(r"[^.,;:]{2,60}?,?(?: who [^,]{0,80},)? (?:may|might|could)\b (?!not have|have\b)[a-z]+", re.IGNORECASE)
# Whose side does something, right before its "will".
_WORD = r"(?!\w+n['’]t\b|not\b|never\b|that\b|who\b)[\w’'.-]+"
_OWN = rf"[“\"'‘]?(?:(?:and|but|so|also|then) )?{_WORD}(?: {_WORD}){{0,5}}? ?"
_LED = r"will|would|shall|['’]ll|(?:is|are|am) going to"
_QUIET = r"also|now|soon|then|again"  # adverbs between
# What no list of verbs can hold: "will take three years", "will get much worse", "will file a complaint".
WORSE = r"(?:be|get) (?:\w+ )?(?:worse|better|stronger|weaker)"
LONG = r"take (?:years?|decades?|months?|a long|time|\w+ (?:(?:to|or) \w+ )?(?:years?|months?|decades?))"
SUIT = r"file (?:an? )?(?:\w+ )?(?:complaint|lawsuit|suit|case)"


class Futures:
    """What will be, by the verbs of a codebook.

    Attributes
    ----------
    outcome
        What nobody does on purpose, or no plan provides for: what is told of it is foretold, whoever says so.
    own_will
        What one's own side will do, right behind its name, and does not but tell.
    hostile
        What one's own side will, or may, do to others.
    """

    def __init__(self, codebook: Codebook) -> None:
        terms = codebook["position_terms"]
        outcome, hostile, plain = (alternatives(terms.filter(kind=kind)["term"]) for kind in ("outcome", "hostile", "plain"))
        self.outcome = re.compile(
            rf"{WILL.pattern}(?: (?:only|also|soon|eventually|inevitably|surely|certainly|then|one day|\w+ly))* "
            rf"(?:{WORSE}|{LONG}|{outcome})\b",
            re.IGNORECASE,
        )
        self.own_will = re.compile(
            rf"{_OWN}(?:{_LED})(?: (?:{_QUIET}|always|only|\w+ly))* "
            rf"(?!(?:not|never|\w+ly|{_QUIET}|always|only|be|have|rather|{plain})\b)[a-z]{{2,}}"
        )
        self.hostile = re.compile(rf"{_OWN}(?:{_LED}|might|may|could)(?: (?:{_QUIET}|\w+ly))* (?:{SUIT}|{hostile})\b")

    def is_own_will(self, statement: str) -> bool:
        """Whether a statement of one's own side tells what that will do."""
        return self.own_will.match(statement) is not None

    def act(self, statement: str, act: str, *, is_own: bool, is_onlooker: bool, is_thought: bool) -> str:
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
        if is_own and self.hostile.match(statement):
            return "threatens"
        if is_own and not is_onlooker and self.is_own_will(statement):
            return "promises"
        if act == "promises":
            if is_onlooker:
                return "predicts" if FORETOLD.match(statement) else "states"
            return act
        if is_own or act == "predicts":
            return act
        is_told = FORETOLD.match(statement) is not None
        if is_told and (is_onlooker or is_thought or self.outcome.search(statement)):
            return "predicts"
        return "predicts" if is_onlooker and MAY.match(statement) else act


@lru_cache(maxsize=4)
def futures(codebook: Codebook) -> Futures:
    """What will be by the verbs of a codebook, made once."""
    return Futures(codebook)
