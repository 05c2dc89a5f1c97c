"""When and where: the time expression and the place that belong to an event, and not to another clause of its sentence.

What day the words mean (`assets.resolve.dates`) does not belong here.
"""

import re
from bisect import bisect_right

from assets.enrich.events.grammar import DETERMINER, HAVE, SUBORDINATOR, Tokens, is_past
from assets.enrich.events.slots import is_infinitive
from assets.enrich.events.standing import Candidate
from assets.enrich.words.wordlist import words

PLACE = re.compile(r"\b(?:in|at|near)\s+((?:the\s+)?[A-Z][\w’'-]+(?:[ -](?:of\s+)?(?:the\s+)?[A-Z][\w’'-]+){0,3})")
NO_PLACE = words("january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday the")  # fmt: skip
# Of words alone the place named after them is most often what they are about: "rejected a truce in the Black Sea".
SPOKEN = words("request reject accuse threaten")
NEAR = 3  # tokens from the trigger within which a place is where the words were said
# A relative clause tells of its noun, not of the event: "the envoy, who came in May".
RELATIVE = words("which who whose whom where")
LINK_REACH = 3  # a link so near to the time governs it: "since last May"
NOUN_REACH = 3  # tokens from a relative "that" back to the article of its noun
LINKS = words("after before since until")
UNITS = words("day days week weeks month months year years hour hours decade decades")

Span = tuple[int, int, str]


def time_of(sentence: Tokens, found: Candidate, times: list[Span]) -> str | None:
    """Id of the nearest time expression of the event's own clause; `times` are (start, end, id) in the sentence."""
    position = sentence.starts[found.index]
    own = [span for span in times if _is_own(sentence, found, bisect_right(sentence.starts, span[0]) - 1)]
    return min(own, key=lambda span: (abs(span[0] - position), span[0]))[2] if own else None


def place_of(sentence: Tokens, found: Candidate) -> str | None:
    """The first place told with "in", "at" or "near" after the trigger and within its clause."""
    stop = found.stop
    if found.frame.event_type in SPOKEN:
        stop = min(stop, found.end + NEAR)
    for match in PLACE.finditer(sentence.body, sentence.ends[found.end - 1], sentence.ends[stop - 1]):
        index = bisect_right(sentence.starts, match.start()) - 1
        if any(is_infinitive(sentence, between) for between in range(found.end, index)):
            return None  # what is to be done there: "welcomed any effort to end the war in Y"
        if match.group(1).split()[0].lower() not in NO_PLACE or match.group(1).lower().startswith("the "):
            return re.sub(r"[’']s$", "", match.group(1))
    return None


def _is_own(sentence: Tokens, found: Candidate, index: int) -> bool:
    word = sentence.words
    if index < found.begin:
        between = word[index : found.begin]
        opening = next((n for n in range(found.begin - 1, index, -1) if word[n] in SUBORDINATOR), None)
        if opening is not None and word[opening] in LINKS and word[opening - 1] in UNITS:
            return False  # "said on Monday ..., a year after they had broken with Y"
        is_perfect = found.group is not None and bool(HAVE & set(word[found.begin : found.index]))
        if is_perfect and {"and", "but"} & set(between):
            return False  # "last month refused X and has demanded Y"
    else:
        between = word[found.end : index]
        link = next((n for n in range(index - LINK_REACH, found.end, -1) if word[n] in LINKS), None)
        if link is not None and any(is_past(told) or told in HAVE for told in word[link + 1 : index]):
            return False  # "the first to come since Y had begun its war in May"
        for n, told in enumerate(between):
            if told == "that" and DETERMINER & set(between[max(0, n - NOUN_REACH) : n]):
                return False  # "might allow it, a right that Y lost in 2022"
    return ";" not in between and not RELATIVE & set(between)
