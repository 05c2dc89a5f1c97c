"""Whose a deed is that a noun means once more: "X raided the camp. Y condemned the raid", "turned down the request".

Here belong the nouns that point back and the happenings of a document told so far. The other side that a text is about, or that stands
before, is for `counterparts`; meetings that are named again make rows of their own (`resumptions`).
"""

from collections.abc import Callable
from itertools import takewhile
from typing import Any, NamedTuple

from assets.enrich.events.grammar import Tokens
from assets.enrich.events.parties import Party
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

# What is answered so. Offers are no deeds here: too much is told as an agreement.
ANSWERING = words("accuse reject support request")
SPOKEN = words("request threaten accuse")
MANY = words("coerce")  # of these the noun must be that of the verb: "arrested two", "the arrests"
STEM = 3  # letters: "detained", "the detention"
ALSO = {
    **dict.fromkeys(("raid", "raids"), ("bro", "sto")),  # "broke into", "stormed"
    **dict.fromkeys(("arrest", "arrests"), ("det", "jai", "rou")),
    **dict.fromkeys(("detention", "detentions", "imprisonment"), ("arr", "jai", "hol")),
}
DEFINITE = words("the this these those")
ANY = DEFINITE | words("a an any all immediate full prompt complete")
NOUN_REACH = 8  # tokens after the trigger in which the noun stands
OF = words("of by from")
OWNER_REACH = 4  # tokens
MODIFIERS = 2  # tokens between the article and the noun: "the latest Xian raid"


class Deed(NamedTuple):
    """A happening that the document told: its type, the word that told it, who did it, and the first character of its sentence."""

    event_type: str
    trigger: str
    sources: list[Party]
    sentence_start: int


RULED_ON = words("support accuse reject")
RULED_REACH = 4  # tokens: "hailed the landmark 2016 ruling"
WILLING = words("would will won't wouldn't shall never")
SideOf = Callable[[Party], str | None]


class Deeds:
    """The happenings of one document as they are told."""

    def __init__(self) -> None:
        self._document_id = ""
        self._told: list[Deed] = []

    def tell(self, row: dict[str, Any], candidate: Candidate) -> None:
        """Keeps a happening for the nouns that point back to it."""
        if row["document_id"] != self._document_id:
            self._document_id, self._told = row["document_id"], []
        self._told.append(Deed(row["event_type"], row["trigger"], candidate.sources, row["sentence_start"]))

    def doers(self, document_id: str, before: int, sentence: Tokens, candidate: Candidate, side_of: SideOf) -> list[Party]:
        """Who did what a noun of the candidate's means and it answers; none where the text leaves that open.

        Words are answered right after they are said: not before the sentence that begins at `before`. Of deeds all that the document
        told of their kinds must be of one side (`side_of`), beside those of the doer himself.
        """
        if candidate.frame.event_type not in ANSWERING or candidate.is_passive or document_id != self._document_id:
            return []
        noun, kinds = _meant(sentence, candidate)
        own = set(map(side_of, candidate.sources))
        told = [
            deed
            for deed in self._told
            if deed.event_type in kinds
            and deed.sources
            and (
                deed.event_type not in MANY
                or noun in sentence.terms.undone
                or deed.trigger[:STEM].lower() in {noun[:STEM], *ALSO.get(noun, ())}
            )
            and (deed.sentence_start >= before or deed.event_type not in SPOKEN)
            and own.isdisjoint(map(side_of, deed.sources))
        ]
        return told[-1].sources if len({side_of(deed.sources[0]) for deed in told}) == 1 else []


def _meant(sentence: Tokens, candidate: Candidate) -> tuple[str, frozenset[str]]:
    """The noun after the trigger that points back, and the types of happenings that it may mean."""
    word, deeds, undone = sentence.words, sentence.terms.answered, sentence.terms.undone
    for index in range(candidate.end, min(len(word), candidate.end + NOUN_REACH, candidate.stop)):
        kinds = deeds.get(word[index])
        asked = undone.get(word[index]) if kinds is None and candidate.frame.event_type == "request" else None
        if kinds is None and asked is None:
            continue
        before = list(takewhile(lambda token: token[0].isalpha(), word[max(candidate.end, index - 1 - MODIFIERS) : index][::-1]))
        if (DEFINITE if kinds else ANY).isdisjoint(before) and not (index == candidate.end and asked):
            continue
        named = word[index + 1 : index + 1 + OWNER_REACH]
        is_anothers = not (OF.isdisjoint(named[:1]) or sentence.terms.acting.isdisjoint(named))  # "turned down the demands of the rebels"
        return word[index], frozenset() if is_anothers else kinds or asked or frozenset()
    return "", frozenset()


def is_nobodys(sentence: Tokens, candidate: Candidate) -> bool:
    """Whether the words answer what a court or the voters decided, turn down a bill at home, or tell only of the doer's own will."""
    told = sentence.words[candidate.end : candidate.end + RULED_REACH]
    kind, terms = candidate.frame.event_type, sentence.terms
    if kind == "reject" and sentence.words[candidate.index] in WILLING:
        return True  # "said that it would not delay the matter"
    return (kind in RULED_ON and not terms.ruling.isdisjoint(told)) or (kind == "reject" and not terms.bill.isdisjoint(told))
