"""What looks like an event and is none: verbs that only govern another, idle wishes, idioms, deeds that are but talked about.

Choosing among frames that may fire (`candidates`) does not belong here.
"""

from itertools import pairwise

from assets.enrich.events.clauses import find_object, is_warlike
from assets.enrich.events.complements import is_infinitive
from assets.enrich.events.frames import Frame
from assets.enrich.events.grammar import CONTROL, Tokens, is_past
from assets.enrich.events.parties import REACH, Party, is_modifier
from assets.enrich.events.slots import Filling
from assets.enrich.events.status_cues import NECESSARY
from assets.enrich.events.verb_groups import VerbGroup
from assets.enrich.words.wordlist import words

# to decline to comment is not to reject
GIVING = words("give provide offer")
DETAIL_REACH = 5  # tokens: "refused to give any further details"
# before an infinitive: "has little reason to stop fighting", "anything to negotiate about"
OPEN = words("anything nothing something everything little much reason reasons how way ways where what whom")
CHARGED = (["to"], ["with"], ["of"])
ANSWERED = words("retaliated responded reacted answered")
# a state of mind, not a deed
ATTITUDE = words("willingness unwillingness readiness reluctance inability interest desire lack")
TRYING = words("try tries tried trying")
TRIED_REACH = 5  # tokens
CHANCE = words("chance opportunity")
CHANCE_REACH = 7  # tokens
WANTING = words("want wants wanted")
WANTED = WANTING | {"like"}
WANT_REACH = 4  # tokens
EXPLETIVE = words("it it's")
PROPOSED = words("proposed suggested proposal")
PROPOSED_REACH = 4  # tokens before a noun
# with "that" and a verb in the indicative these tell what somebody thinks
CLAIMING = words("suggested suggest suggests recommended recommends insisted insists proposed hinted maintained")
GOALS = 10
AFTER_SCORE = words(", . in at on to with after from and thanks as win victory defeat draw home away over against")  # not "2-3 rockets"
VOTED = words("vote votes voted voting ruling ruled court")
INDICATIVE = words("is are was were has had will")
CLAIM_REACH = 6  # tokens after "that"
HARMFUL = words("sanction coerce accuse mobilize assault")
RESTORED_REACH = 4  # tokens before a noun
FIGHTING = words("assault coerce retreat mobilize")
SEIZING = words("assault coerce")
IDLE_REACH = 3  # tokens after the verb
OWN = words("its their his her")
OWN_REACH = 4  # tokens: "defended its longtime ally X"
STOPPING = words("stop stops stopped cease ceases ceased halt halts halted quit")
SUFFERED = words("assault aid")
BY_REACH = 3  # tokens from a passive verb to "by"
AGENT_REACH = 4  # tokens of who, or what, did it
CONSIDERING = ("consider", "weigh", "mull", "plan", "study", "debat", "ponder", "contemplat", "prepar")
LED_TO = words("coerce mobilize")  # verbs of these may but govern another deed
FORCED = words("forced compelled obliged")
MOVED = words("moved moves move moving")
READY = words("prepared readied")
STRIKING = words("strike strikes struck striking")
OFF_REACH = 5  # tokens: "struck the two states off"
OBJECT_REACH = 3  # tokens after a verb: "shares its satellite data"
# after "will not" these tell how things are, not what somebody refuses to do
LEAVING = words("left leave leaves leaving")
HARMED_REACH = 9  # tokens from the verb to what those who are left are
WHOM_REACH = 5  # tokens of the subject of a relative clause: "whom the Xian government accused of"
STATE = words(
    "be have happen affect matter work last help hurt need mean know see think expect succeed survive surprise win lose fall suffer benefit"
    " solve bring lead take remain become seem appear cost require result only even make reach exist easily hold rain get come go feel"
)
PART = words("part orders sides")  # "will not take part", "will not be dictated to"
REFUSING = words(
    "said says say saying told announced announces insisted insists vowed vows declared declares warned warns swore sworn pledged promised"
    " stressed reiterated repeated maintains maintained stated adamant clear signalled signaled confirmed confirms added replied answered"
)


def is_no_deed(sentence: Tokens, group: VerbGroup, frame: Frame) -> bool:
    """Whether the words around a verb show that nothing is told to have been done, or not done, with it."""
    if group.is_idle is None:
        group.is_idle = _is_idle(sentence, group)
    if group.is_idle:
        return True
    verb, event_type = sentence.words[group.index], frame.event_type
    follows = sentence.words[group.end : group.end + 2]
    if follows[:1] == ["to"] and (
        (event_type == "reject" and _is_no_comment(sentence, group.end + 1)) or _only_governs(sentence, group, frame)
    ):
        return True
    if event_type == "support" and verb in sentence.terms.defending and not OWN.isdisjoint(follows[:1]):
        return sentence.terms.relation.isdisjoint(sentence.words[group.end : group.end + OWN_REACH])  # "defended its raids on Y"
    if event_type == "assault" and group.is_gerund and not STOPPING.isdisjoint(sentence.words[max(0, group.start - 1) : group.start]):
        return True  # "stopped firing at midnight"
    if group.is_passive and event_type in SUFFERED and _is_by_nature(sentence, group.end, frame):
        return True
    if event_type in LED_TO and _is_but_led_to(sentence, group, frame):
        return True
    if event_type == "threaten":
        return verb in ANSWERED and not group.auxiliaries  # "X retaliated": it is done, and no threat
    if event_type == "accuse" and "by" not in sentence.words[group.end :]:
        is_participle = (
            frame.target_slot == "object"
            and not group.auxiliaries
            and follows[:1] in CHARGED
            and not _is_whom(sentence.words[: group.start])
        )
        return group.is_reduced or (is_participle and verb.endswith("ed"))  # "hackers linked to X broke into"
    if event_type == "consult":
        return group.is_passive and verb in ("met", "joined")  # "demands were met", "they were joined by others"
    if event_type == "request":
        if verb in WANTED and is_warlike(sentence, group.end):
            return True  # "X wants Y to attack Z"
        return verb in CLAIMING and _is_claim(sentence, group.end)  # "suggested that the talks had failed"
    is_given = event_type in ("agree", "concede")
    return is_given and not CHANCE.isdisjoint(sentence.words[group.end : group.end + CHANCE_REACH])  # "gave X another chance to"


def _is_idle(sentence: Tokens, group: VerbGroup) -> bool:
    """Whether a verb tells no deed, of whatever type; many frames share one."""
    word = sentence.words
    verb = word[group.index]
    if verb in TRYING and not group.is_passive:
        after = range(group.end, min(group.end + TRIED_REACH, len(sentence)))
        if any(is_infinitive(sentence, index) for index in after):
            return True  # "has tried for months to mediate"
    if group.control == "proposed" and not NECESSARY.isdisjoint(word[group.start : group.index]):
        return True  # what others hold that it must be ready to do
    if verb in LEAVING and not sentence.terms.harmed.isdisjoint(word[group.end : group.end + HARMED_REACH]):
        return True  # "an attack that left six soldiers dead"
    is_that = group.is_passive and word[group.end : group.end + 1] == ["that"]
    if is_that and not EXPLETIVE.isdisjoint(word[max(0, group.start - 1) : group.index]):
        return True  # "it is recognised that"
    if not group.is_infinitive:
        return False
    if not ATTITUDE.isdisjoint(word[max(0, group.start - 1) : group.index]):
        return True  # "a lack of will to negotiate", "taken for a willingness to make concessions"
    before = word[max(0, group.start - WANT_REACH) : group.start]
    if before and before[-1] in OPEN and before[-2:-1] != ["under"]:
        return True
    return group.control is None and not WANTING.isdisjoint(before)  # "X wants Y to attack Z": nobody did anything


def _is_no_comment(sentence: Tokens, start: int) -> bool:
    """Whether somebody only keeps silent: "declined to give further details", not "refused to give up the town"."""
    word = sentence.words[start : start + DETAIL_REACH]
    return bool(word) and (word[0] in sentence.terms.untold or (word[0] in GIVING and not sentence.terms.detail.isdisjoint(word)))


def _is_by_nature(sentence: Tokens, start: int, frame: Frame) -> bool:
    """Whether no man did it: "was hit by a heat wave", "helped by good rains"."""
    by = next((index for index in range(start, min(start + BY_REACH, len(sentence))) if sentence.words[index] == "by"), None)
    if by is None:
        return False
    agent = range(by + 1, min(by + 1 + AGENT_REACH, len(sentence)))
    if not sentence.terms.nature.isdisjoint(sentence.words[by + 1 : agent.stop]):
        return True
    is_thing = sentence.terms.acting.isdisjoint(sentence.words[by + 1 : agent.stop]) and not any(map(sentence.is_capital, agent))
    return frame.event_type == "aid" and is_thing


def _is_but_led_to(sentence: Tokens, group: VerbGroup, frame: Frame) -> bool:
    """Whether a verb but governs what is done: "was forced to withdraw", "moved on Tuesday to expel them", "was prepared to fight"."""
    forced = frame.event_type == "coerce" and group.is_passive and sentence.words[group.index] in FORCED
    moved = READY if group.is_passive else MOVED
    if not forced and not (frame.event_type == "mobilize" and sentence.words[group.index] in moved):
        return False
    after = next((index for index in range(group.end, len(sentence)) if not sentence.is_time[index]), len(sentence) - 1)
    return is_infinitive(sentence, after)


def is_present(sentence: Tokens, cast: list[Party], index: int, end: int, frame: Frame) -> bool:
    """Whether a form in -s that is as often a noun is a verb, between the name of a state and its object: "Xia imports rice from Y".

    What stands before a noun is a demonym: "Xian imports".
    """
    subject = next((party for party in cast if party.end == index), None)
    if subject is None or subject.is_possessive or subject.preposition or subject.head["resolution"] != "exact":
        return False
    found = find_object(sentence, end, end + OBJECT_REACH, frame)
    return found is not None and all(is_modifier(word) for word in sentence.words[end:found])


def _is_whom(before: list[str]) -> bool:
    """Whether a relative clause ends before its verb that leaves out whom it is done to: "the envoy, whom it accused of"."""
    return "whom" in before[-WHOM_REACH:]


def is_turned(sentence: Tokens, frame: Frame, start: int, object_index: int | None) -> bool:
    """Whether a word before its object turns a deed into its opposite ("announced an end to sanctions"), or it is one of a match."""
    words_ = sentence.words
    is_fight = frame.event_type in FIGHTING or frame.event_mode == "strike"
    if is_fight and _is_sport(sentence):
        return True
    if frame.event_type == "assault" and words_[start : start + 2] in (["fire", "over"], ["fire", "for"]):
        return True  # "came under fire over its policy"
    if frame.event_type in SEIZING and not sentence.terms.idle.isdisjoint(words_[start : start + IDLE_REACH]):
        return True  # "seized the lead", "struck a deal"
    if words_[start - 1] in STRIKING and "off" in words_[start : start + OFF_REACH]:
        return True  # "strike X off its list"
    if object_index is not None and words_[start - 1].startswith(CONSIDERING) and frame.event_type == "threaten":
        between = words_[start:object_index]  # "weighed Y's sanctions", "plans to lift sanctions"
        return (
            any(word in sentence.terms.easing or word.endswith("'s") for word in between)
            and words_[object_index] in sentence.terms.restriction
        )
    if object_index is None or frame.event_type not in HARMFUL:
        return False
    between = words_[start:object_index]
    return any(word in sentence.terms.turning and follows in ("to", "of") for word, follows in pairwise(between))


def is_refusal(sentence: Tokens, begin: int, end: int) -> bool:
    """Whether "will not" and the verb after it are somebody's word that he refuses: told by him, and of a deed."""
    follows = sentence.words[end : end + 2]
    if (
        not follows
        or not follows[0].isalpha()
        or (follows[0] in STATE and PART.isdisjoint(follows[1:]) and sentence.terms.bent.isdisjoint(follows[1:]))
    ):
        return False
    return not REFUSING.isdisjoint(sentence.words[:begin])


def appeals_to_quality(sentence: Tokens, frame: Frame, filling: Filling) -> bool:
    """Whether something of the target's is addressed that can do nothing: "appeals to X's vanity"."""
    if frame.event_type != "request" or not filling.targets or not filling.targets[-1].is_possessive:
        return False
    last = filling.targets[-1]
    return last.preposition == "to" and sentence.terms.acting.isdisjoint(sentence.words[last.end : last.end + REACH + 1])


def is_talk(sentence: Tokens, status: str, group: VerbGroup | None, trigger: tuple[int, int], has_source: bool, has_both: bool) -> bool:
    """Whether a deed that was not done is but talked about: one side of it is named, and no finite verb tells it.

    "Before agreeing to any truce", "the idea of ending the war", "Europe must pay": what somebody muses on is no event.
    """
    begin, index = trigger
    if group is None and status == "proposed" and not PROPOSED & set(sentence.words[max(0, index - PROPOSED_REACH) : index]):
        return True  # "an effort to advance the dialogue between X and Y"
    if group is None and not sentence.terms.restoring.isdisjoint(sentence.words[max(0, index - RESTORED_REACH) : index]):
        return True  # "a step towards restoring cooperation between X and Y"
    if group is None and status == "negated" and not has_source and not sentence.terms.ceasing.isdisjoint(sentence.words[:index]):
        return True  # "the end of all aid to Y"
    if not has_both and sentence.words[index - 2 : index] == ["will", "to"]:
        return True  # "a lack of political will to negotiate"
    if status not in ("hypothetical", "proposed") or has_both:
        return False
    return group is None or group.is_infinitive or group.is_gerund or bool(NECESSARY & set(sentence.words[begin:index]))


def _is_sport(sentence: Tokens) -> bool:
    if "sport" not in sentence.around:
        sentence.around["sport"] = not sentence.terms.sport.isdisjoint(sentence.words) or _is_scored(sentence.words)
    return bool(sentence.around["sport"])


def _is_scored(word: list[str]) -> bool:
    """Whether a match is told by its score, "4-0", and no vote."""
    if "-" not in word or not VOTED.isdisjoint(word):
        return False
    scores = [word[dash - 1 : dash + 2 : 2] for dash in range(1, len(word) - 2) if word[dash] == "-" and word[dash + 2] in AFTER_SCORE]
    return any(left.isdigit() and right.isdigit() and int(left) < GOALS > int(right) for left, right in scores)


def _is_claim(sentence: Tokens, start: int) -> bool:
    if sentence.words[start : start + 1] != ["that"]:
        return False
    said = sentence.words[start + 1 : start + 1 + CLAIM_REACH]
    return "be" not in said and any(word in INDICATIVE or is_past(word) for word in said)


def _only_governs(sentence: Tokens, group: VerbGroup, frame: Frame) -> bool:
    """Whether the verb only tells how the infinitive after it is meant: "is slated to meet", "is pushing to lift"."""
    if not is_infinitive(sentence, group.end):
        return False
    control = CONTROL.get(sentence.words[group.index])
    if sentence.words[group.index] in TRYING or (control == "planned" and group.is_passive):
        return True
    return control is not None and frame.event_type == "request" and frame.target_slot == "object" and not group.is_passive
