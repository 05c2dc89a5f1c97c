"""Whether two reports can be of one happening, and how much speaks for it.

Points, not probabilities: `ENOUGH` was set on the even groups of tests/data/happenings.toml. Joining belongs in
`assets.resolve.happenings`.
"""

import re
from datetime import timedelta

from assets.resolve.happening_reports import BY_WORDS, LISTED, NEWS_LAG, SHORT, Interval, Profile, Report
from assets.resolve.happening_sides import Sides
from assets.resolve.happening_wording import qualifiers, root_of

ENOUGH = 5.0
# By so much one happening must be likelier than the next for a report that fits several.
MARGIN = 1.0
# Something done, and no other such happening of the corpus can be meant.
ALONE = 0.5

SAME_SIDES, FEWER_SIDES, ONE_SIDE = 3.0, 2.0, 1.0
SAME_DAY, SAME_DAYS, SAME_NEWS, NEAR_NEWS, LATE_NEWS, SAME_MONTH, LONG_AGO = 3.0, 2.0, 1.5, 1.0, 1.0, 2.0, 0.5
NEWS_OF_DAY = 2.0
SAME_STORY = 2.5
SAME_PLACE, OTHER_PLACE = 1.5, -2.0
SAME_PEOPLE, MOST_PEOPLE = 1.0, 2
SAME_WORDS = 1.5
# So many words of the matter in common, and so much of the shorter report: it is what the happening is called.
SAME_MATTER, MATTER_WORDS, MATTER_SHARE = 1.0, 2, 0.6
SAME_TRIGGER = SAME_MODE = 0.5
# The side left out stands in the words all the same: "arrived in Japan".
SIDE_IN_WORDS = 1.0
OTHER_TYPE = -1.5
# One text, one speaker, no word in common: another demand, another charge.
OTHER_MATTER = -2.5
HEADLINE = 1.0
# "The visit of", in the text that has told the visit.
RETOLD = 0.5
MONTH = timedelta(days=31)
WORD = re.compile(r"[^\W_]+")

# Deeds of persons: two ministers that speak on one day speak twice. A state's attack is the state's, whoever ordered it.
BY_PERSONS = BY_WORDS | {"consult", "accord"}
# Measures against firms and men of a country are measures against it.
AGAINST_COUNTRIES = frozenset({"sanction"})
# What is done by and to armed forces is done to their country; what is done to a man is not.
BY_FORCES = frozenset({"assault", "mobilize", "retreat"})


def contradict(one: Profile, other: Profile) -> bool:
    """Whether these cannot be of one happening, whatever the dates."""
    if one.kind != other.kind or one.stage != other.stage:
        return True
    if one.event_type == other.event_type and one.mode and other.mode and one.mode != other.mode:
        return True
    if one.round and other.round and one.round != other.round:
        return True
    if one.visitors and other.visitors and not set(one.visitors) & set(other.visitors):
        return True
    if one.kind in BY_PERSONS and _other_people(one.sides, other.sides):
        return True
    return sides_likeness(one, other) == 0


def sides_likeness(one: Profile, other: Profile) -> float:
    """Points for the sides; 0 where a side that both know differs."""
    mine, theirs = one.sides, other.sides
    if not (mine.targets or theirs.targets) and one.kind in ("consult", "cooperate", "accord"):
        return _parties(set(mine.sources), set(theirs.sources))
    forces = one.kind in BY_FORCES and not (_holds_people(mine) or _holds_people(theirs))
    sources = _same(mine.sources, theirs.sources, mine.lands[0], theirs.lands[0], forces)
    targets = _same(mine.targets, theirs.targets, mine.lands[1], theirs.lands[1], forces or one.kind in AGAINST_COUNTRIES)
    if sources == 0 or targets == 0:
        return 0
    if mine.is_whole and theirs.is_whole:
        return SAME_SIDES if sources == targets == 1 else FEWER_SIDES
    shares = (mine.sources and theirs.sources) or (mine.targets and theirs.targets)
    return ONE_SIDE if shares else 0


def _holds_people(sides: Sides) -> bool:
    return any(person in sides.sources or person in sides.targets for _, person in sides.people)


def _parties(mine: set[str], theirs: set[str]) -> float:
    """Points for the parties of a mutual event: the same ones, or fewer told."""
    if not mine & theirs or not (mine <= theirs or theirs <= mine):
        return 0
    if min(len(mine), len(theirs)) < 2:
        return ONE_SIDE
    return SAME_SIDES if mine == theirs else FEWER_SIDES


def _same(mine: tuple[str, ...], theirs: tuple[str, ...], my_lands: tuple[str, ...], their_lands: tuple[str, ...], by_land: bool) -> float:
    """1: one side may be the other (or is left out); 0.5: one tells more of it, or it is another's of the same country; 0: differs."""
    if not mine or not theirs or mine == theirs:
        return 1
    first, second = set(mine), set(theirs)
    if first <= second or second <= first:  # "recalled its ambassadors to X and Y", "its ambassador to X"
        return 0.5
    return 0.5 if by_land and set(my_lands) == set(their_lands) else 0


def _other_people(mine: Sides, theirs: Sides) -> bool:
    """Both name who acted for a state, and nobody twice."""
    for principal in {principal for principal, _ in mine.people} & {principal for principal, _ in theirs.people}:
        first, second = ({person for whom, person in side.people if whom == principal} for side in (mine, theirs))
        if not first & second:
            return True
    return False


def likeness(one: Report, other: Report, in_one_document: bool) -> float:
    """Points for two reports that do not contradict each other (`contradict`, and windows that meet)."""
    mine, theirs = one.profile, other.profile
    whole, partial = (one, other) if mine.sides.is_whole else (other, one)
    leaves_side_out = mine.sides.is_whole != theirs.sides.is_whole
    common, share = _in_common(_matter(one), _matter(other))
    if _is_plan_of_more(one, other) or _is_plan_of_more(other, one):
        return 0
    if leaves_side_out and whole.wording.is_separate:
        return 0  # "a separate pact" of two: who leaves a side out more likely tells of the main one
    if _are_listed(one, other):
        return 0
    if in_one_document and not common and (one.wording.is_further != other.wording.is_further or mine.stage == "hypothetical"):
        return 0  # of what might be done, another thing
    time = _time(one, other)
    if not time and (one.wording.is_lasting or other.wording.is_lasting):
        return 0
    if not common and _is_any_of_many(one, other):
        return 0
    in_one_story = one.story == other.story
    is_news_of_both = in_one_story and one.is_background == other.is_background
    people = 0
    if mine.sides.people and theirs.sides.people:
        people = min(MOST_PEOPLE, len(set(mine.sides.people) & set(theirs.sides.people)))
    place = 0.0
    if one.place and other.place:
        place = SAME_PLACE if one.place in other.place or other.place in one.place else OTHER_PLACE
    # a side left out may be another one, as in all that is said in set phrases
    are_proposals = _is_proposal(one) and _is_proposal(other)
    is_matter = _is_one_proposal(one, other) if are_proposals else share >= MATTER_SHARE
    is_same_matter = is_matter and common >= MATTER_WORDS and mine.sides.is_whole and theirs.sides.is_whole
    if not (time or is_news_of_both or place > 0 or people == MOST_PEOPLE or is_same_matter):
        return 0  # of no day and nowhere: any of many
    points = sides_likeness(mine, theirs) + time + SAME_STORY * is_news_of_both
    points += people * SAME_PEOPLE + place + SAME_WORDS * share + SAME_MATTER * is_same_matter
    points += SIDE_IN_WORDS * (leaves_side_out and _names_side(partial, whole))
    points += SAME_TRIGGER * (one.wording.trigger == other.wording.trigger != "")
    points += SAME_MODE * (mine.mode == theirs.mode is not None)
    if not in_one_story and one.is_coming == other.is_coming:
        points += OTHER_TYPE * (mine.event_type != theirs.event_type)  # in one text, what is signed is what was agreed
    return points + _retelling(one, other, common) if in_one_document else points


def _matter(one: Report) -> frozenset[str]:
    """Words that a report is about; of what is proposed, its name is the matter: "the proposal for a truce"."""
    return one.wording.stems | {one.wording.trigger} if _is_proposal(one) else one.wording.stems


def _is_proposal(one: Report) -> bool:
    return one.profile.kind == "accord" and one.is_coming and one.is_noun


def _is_one_proposal(one: Report, other: Report) -> bool:
    """Whether two proposals are of the same thing, and not told apart by name: a 30-day truce, a maritime truce."""
    if one.wording.trigger != other.wording.trigger:
        return False
    mine, theirs = qualifiers(one.wording, one.profile.sides), qualifiers(other.wording, other.profile.sides)
    return not (mine and theirs and mine.isdisjoint(theirs))


def _in_common(stems: frozenset[str], others: frozenset[str]) -> tuple[int, float]:
    """How many words of the matter two reports share, and which part of the shorter one's."""
    if stems.isdisjoint(others):
        return 0, 0.0
    common = len(stems & others)
    return common, common / min(len(stems), len(others))


def _retelling(one: Report, other: Report, common: int) -> float:
    """Points for, or against, one of two reports of a document telling again what the other told."""
    points = RETOLD * (one.is_noun != other.is_noun) + HEADLINE * (one.is_opening != other.is_opening)
    if one.profile.kind in BY_WORDS and not common and not (one.is_opening or other.is_opening):
        points += OTHER_MATTER * (min(len(one.wording.stems), len(other.wording.stems)) >= MATTER_WORDS)
    return points


def _are_listed(one: Report, other: Report) -> bool:
    """Whether a sentence lists both: deeds of one subject, "X froze its assets, barred its envoys and halted flights"; or two plans,
    "turned down a ceasefire proposal and set terms for the truce at sea"."""
    is_deed = one.profile.kind in LISTED and not (one.is_noun or other.is_noun)
    are_plans = _is_proposal(one) and _is_proposal(other)
    if one.story != other.story or not (is_deed or are_plans):
        return False
    shorter, longer = sorted((one.wording.evidence, other.wording.evidence), key=len)
    return one.wording.trigger != other.wording.trigger and longer.startswith(shorter)


def _is_plan_of_more(plan: Report, done: Report) -> bool:
    """A text that tells what has happened, and what will on a day not told, tells of two things."""
    return plan.is_coming and not plan.own and not done.is_coming and plan.story == done.story


def _is_any_of_many(one: Report, other: Report) -> bool:
    """Whether one tells of talks of no day, and the other of what is more than talks of no day: a call, a visit, a meeting in May."""
    if one.wording.is_general == other.wording.is_general:
        return False
    general, known = (one, other) if one.wording.is_general else (other, one)
    if general.own or general.profile.mode or general.place or general.is_opening:
        return False
    return known.profile.mode == "phone" or (known.own is not None and not general.told)


def _names_side(partial: Report, whole: Report) -> bool:
    told, known = partial.profile.sides, whole.profile.sides
    left_out = {*known.sources, *known.targets} - {*told.sources, *told.targets}
    names = {word.lower() for word in WORD.findall(partial.wording.evidence) if word[0].isupper()}
    return any(all(any(name.startswith(root_of(part)) for name in names) for part in actor.split("-")) for actor in left_out)


def _time(one: Report, other: Report) -> float:
    if one.own and other.own:
        longest = max(one.own[1] - one.own[0], other.own[1] - other.own[0])
        if not longest:
            return SAME_DAY
        return SAME_DAYS if longest <= SHORT else SAME_MONTH if longest <= MONTH else LONG_AGO
    dated, undated = (one, other) if one.own else (other, one)
    if dated.own and undated.told:
        if dated.own[1] - dated.own[0] > SHORT:
            return LONG_AGO
        return NEWS_OF_DAY if meet(dated.own, _news(undated.told)) else LATE_NEWS
    if one.told and other.told:
        if one.told == other.told:
            return SAME_NEWS
        return NEAR_NEWS if meet(_news(one.told), _news(other.told)) else LATE_NEWS
    return 0


def _news(told: Interval) -> Interval:
    """The days that a document most often reports of."""
    return told[1] - NEWS_LAG if told[1] - told[0] <= SHORT else told[0], told[1]


def meet(one: Interval, other: Interval) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
