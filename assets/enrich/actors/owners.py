"""A state named only as the owner of a deed or a thing, or as the place it is done to: "Russian strikes", "shelled Kharkiv".

Such a mention is no speaker: it stands before the noun that is the head of its phrase. Groups of people stand in `crowds`.
"""

import re

from assets.enrich.actors.names import CAPITAL, DEMONYM, PLACE, STATE, Hit
from assets.enrich.actors.reading import Mention, Reading
from assets.enrich.actors.role_phrases import FUNCTION_WORDS, country_of
from assets.enrich.words.wordlist import words

# What states do to one another, have, and send out; not what they are known for ("Kenyan tea").
DEEDS = words(
    "accusation accusations advance aggression aid airstrike airstrikes allegation allegations ambush annexation appeal appeals"
    " assassination assault assaults assistance attack attacks backing ban bans barrage blockade bombardment bombardments bombing"
    " bombings boycott boycotts call calls campaign ceasefire cease-fire claim claims complaint complaints concession concessions"
    " condemnation counteroffensive crackdown criticism cyberattack cyberattacks decision demand demands demonstration demonstrations"
    " deployment deportation drill drills embargo exercises expulsion gesture help hostage hostages incursion incursions intervention"
    " invasion investigation investment investments loan loans manoeuvres maneuvers mediation missile missiles mobilisation"
    " mobilization nomination occupation offensive offer offers operation operations opposition overture plan plans pledge pledges"
    " pressure proposal proposals protest protests provocation provocations pullout raid raids recognition rejection reprisal reprisals"
    " request requests resistance response restrictions retaliation riots rule sabotage sanctions shelling siege strike strikes"
    " support surveillance talks tariff tariffs threat threats transfer troop ultimatum uprising veto violation violations visit war"
    " warning warnings withdrawal changes initiative peace truce bid policy policies unrest"
)  # fmt: skip
THINGS = words(
    "aircraft airspace airliner airport ambulance ambulances armour armor arms artillery assets base bases battleship boat boats bomb"
    " bombs bomber bombers border borders bus buses camp camps capital carrier cargo checkpoint checkpoints city cities coal coast"
    " convoy convoys cruiser destroyer drone drones embassies enclave enclaves exports"
    " fighter-bombers fishing fleet forces' frigate frigates gas goods grain gunboat gunboats gunships helicopter helicopters homes"
    " hospital hospitals houses imports independence infrastructure interests island islands jet jets jetliner land lands mainland"
    " mortar mortars mortar-fire munitions nuclear oil outpost outposts patrol patrols pipeline"
    " plane planes planes' port ports position positions positions' products property province provinces radar rail refinery refineries"
    " region regions rocket rockets satellite school schools sector settlement settlements shells ship ships shipping shore side soil"
    " sovereignty statehood steel submarine submarines suburb tank tanks tanker tankers targets territories territory town towns trade"
    " trawler trawlers vehicles vessel vessels village villages warplane warplanes warship warships waters weapons zone territory's"
    " prisoner consulates diplomatic villager woman man men child youth teenager boy girl"
    " minority community serviceman soldier policeman gunman guerrilla"
    " missionary tourist hostage pilot sailor crew family"
    " peacekeeper paramilitary extremist nationalist demonstrator protester"
    " minister presidents premiers chancellors capitals monarchs official spokesman spokeswoman envoy"
    " ambassador diplomat general commander judge court newspaper newspapers prosecutor"
    " senator lawmaker leader governor negotiator agency radio broadcaster tribunal bishop daily company bank firm delegation team vessel"
    " fisherman worker engineer doctor cleric journalist citizen national civilian activist refugee migrant suspect dissident"
)
OWNED = DEEDS | THINGS
# "Peru's Bolivian ally" is a state; "a Bolivian ally" may be anybody
RELATIONS = words("ally neighbour neighbor partner rival foe proxy protege client adversary enemy")
POSSESSOR = re.compile(r"(?:['’]s?|\b(?:[Ii]ts|[Tt]heir|[Oo]ur))\s(?:[a-z]+\s)?$")
PEOPLE_ENDINGS = ("ists", "ers", "ors", "men", "ians")  # geologists, elders, sailors
MODIFIERS = 3  # adjectives and nouns between the demonym and what it owns: "Kenyan military transport aircraft"
WORD = re.compile(r"[\s-]([a-z][a-z’'-]*)")
BRACKET = re.compile(r"(?:\s\([^)]{1,8}\))?")  # "United States (US) presidents"
JOINT = re.compile(r"(?:,? and |, |/|-| or )(?:the )?")
PLACE_LEAD = (
    r"\s(?:the\s)?(?:(?:northern|southern|eastern|western|central|occupied|besieged|downtown|nearby|war-torn|disputed|breakaway)\s)?"
    r"(?:(?:capital|capital city|city|town|port|port city|village|region|province|area|enclave|peninsula|outskirts)\s)?(?:of\s)?$"
)
# before a place: what is done to it, or that somebody goes there ...
DONE_TO = re.compile(
    r"(?:\b(?:on|against|onto|into|toward|towards|over)|\b(?:visit|shell|bomb|bombard|attack|storm|seiz|captur|besieg|raid|invad|pound"
    r"|target|blockad|enter|occup|pummel|overr|annex|liberat|encircl|recaptur|destroy|devastat)(?:e|s|es|ed|ing|an|un|y|ied|ying)?"
    r"|\b(?:struck|strike|strikes|striking|hit|hits|hitting|retook|retake|retakes|retaken|took|take|overrun|overran|left|leave|leaves)"
    r"|\b(?:arriv\w+ (?:in|at)|land(?:s|ed|ing)? (?:in|at)|(?:fl(?:y|ew|ies|ying|own)|travel\w*|head(?:s|ed|ing)?|return(?:s|ed|ing)?"
    r"|trip|trips|visit|visits|went|goes?|going|journey|flight|flights) (?:to|for)|(?:embassy|consulate|mission) in))" + PLACE_LEAD
)
# ... and what is done in it that its state suffers or does: violence, unrest, repression; "talks in X" tells only where
DONE_IN = re.compile(
    r"\b(?:bomb|blast|explo|attack|shell|raid|strike|shoot|curfew|protest|demonstrat|rall|riot|clash|unrest|crackdown|troops|police"
    r"|arrest|emergency|martial|target|settlement|position|fighting|blew|kill|massacre|roads?|streets?|blockade|siege|mass grave|rocket"
    r"|missile|detain|deploy|soldiers|civilians|villages?|gunmen|barracks|settlers|aid|refugees|hospitals?|ceasefire|cease-fire|truce|assassinat|wound)"
    r"[\w-]*(?:\s[a-z0-9][\w-]*){0,8}\s(?:in|at|near|outside|around|through|of|from)" + PLACE_LEAD
)
NOT_THE_PLACE = words("conference summit meeting accord accords agreement protocol treaty process talks time airport")


def add_owner(reading: Reading, hit: Hit, following: list[Hit]) -> bool:
    """Add the state of a demonym that stands before a deed or a thing of its; `following` are the names after it."""
    country = country_of(reading, hit)
    if country is None or country not in reading.lexicon.states:
        return False
    end = joined_end(reading, hit, following)
    place = end
    owned = OWNED | RELATIONS if POSSESSOR.search(reading.text, max(0, hit.start - 20), hit.start) else OWNED
    for _ in range(MODIFIERS + 1):
        word = WORD.match(reading.text, BRACKET.match(reading.text, place).end())  # type: ignore[union-attr]
        if word is None or word.group(1) in FUNCTION_WORDS:
            return False
        if word.group(1) in owned or word.group(1).endswith(PEOPLE_ENDINGS):
            reading.mentions.append(Mention(hit.start, hit.end, "owner", "alias", actor_id=reading.lexicon.states[country]))
            return True
        place = word.end()
    return False


def joined_end(reading: Reading, hit: Hit, following: list[Hit]) -> int:
    """Where the last of demonyms in a row ends: 'French and Egyptian warships'."""
    end = hit.end
    for other in following:
        joint = reading.text[end : other.start]
        if not (other.of(DEMONYM) and JOINT.fullmatch(joint)) and not (other.of(STATE) and joint == " and "):
            break
        end = other.end
    return end


def add_place(reading: Reading, hit: Hit) -> None:
    """Add the state of a city or region that something is done to, or that somebody goes to; "in X" tells only where."""
    refs = {entry.ref for entry in hit.of(PLACE, CAPITAL)}
    if len(refs) != 1 or not reading.text[hit.start - 1 : hit.start].isspace():
        return
    following = WORD.match(reading.text, hit.end)
    if reading.text[hit.end + 1 : hit.end + 2].isupper() or (following and following.group(1) in NOT_THE_PLACE):
        return
    before = reading.text[max(0, hit.start - 90) : hit.start]  # looked at last: no search of this room costs more
    if reading.is_headline(hit.start) or not (DONE_TO.search(before) or DONE_IN.search(before)):
        return
    reading.mentions.append(Mention(hit.start, hit.end, "place", "alias", actor_id=refs.pop()))
