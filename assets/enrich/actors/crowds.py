"""Groups of people that no demonym stands before: "rebels in Peru", "police" where only one country is spoken of.

A group without a country is no mention: "protesters" of nowhere would be one actor the world over.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from assets.enrich.actors.names import CAPITAL, DEMONYM, PLACE, STATE, Hit
from assets.enrich.actors.reading import NO_NAME, Mention, Reading, Sign
from assets.enrich.actors.role_phrases import country_of
from assets.enrich.words.wordlist import words

# Those who act or suffer in conflict: told to be of the one country that their sentence speaks of.
PARTISANS = words(
    "police policemen rebels gunmen militants insurgents guerrillas guerillas militiamen militias separatists protesters"
    " protestors demonstrators rioters marchers extremists islamists jihadists paramilitaries villagers inmates dissidents secessionists"
    " fundamentalists authorities opposition warlords mutineers loyalists settlers hijackers kidnappers pirates mercenaries"
    " hostage-takers tribesmen"
)
# Those who are so only where the words say it: "workers in Peru".
PEOPLE = words(
    "people residents students workers farmers miners civilians refugees migrants prisoners detainees hostages activists journalists"
    " supporters lawmakers politicians fighters forces villagers citizens women teachers doctors leaders officials opponents groups"
    " parties unions judges prosecutors businessmen companies immigrants worshippers pilgrims tribes clerics monks priests rebels"
    " youths children crowds thousands hundreds voters generals officers investigators commanders tourists nationals army military"
    " navy government parliament troops soldiers peacekeepers"
)
# Of whom a place tells where they are, not whose they are: "journalists in X".
ABROAD = words("journalists judges prosecutors tourists refugees migrants immigrants investigators pilgrims companies businessmen")
RULERS = frozenset({"government", "authorities"})  # the state itself
MODIFIER = (
    r"(?:(?:riot|security|opposition|rebel|anti-government|pro-government|pro-democracy|armed|masked|unidentified|suspected|islamist|islamic"
    r"|muslim|moslem|christian|jewish|hindu|sikh|shiite|shi'ite|shia|sunni|maoist|communist|leftist|left-wing|right-wing|far-right|marxist"
    r"|separatist|militant|fundamentalist|nationalist|ethnic|government|army|military|federal|state|border|angry|student|political|trade"
    r"|labour|labor|guerrilla|terrorist|extremist|human rights|rights|paramilitary|secret|palace|presidential|heavily armed|striking"
    r"|peaceful|unarmed|jailed|local|foreign|western|former|senior|top|regional|tribal|religious|young|poor|landless)\s)"
)
NOUN = "|".join(sorted(PARTISANS | PEOPLE, key=len, reverse=True))
CROWD = re.compile(rf"(?<![\w’'-])((?:(?i:{MODIFIER})){{0,2}}(?i:{NOUN}))(?![\w’'-])")
NOUNS = PARTISANS | PEOPLE
WORD_CHARACTER = re.compile(r"[\w’'-]")
MODIFIERS_BEFORE = re.compile(rf"(?<![\w’'-])(?i:{MODIFIER}){{1,2}}$")
REACH = 40  # characters before a noun in which its modifiers stand
OF_PLACE = re.compile(r"\s(?:based\s)?(?:in|of|from|across|throughout|inside)\s(?:the\s|neighbouring\s|neighboring\s|war-torn\s)?$")
WHEREABOUTS = re.compile(r"\s(?:based\s)?(?:in|across|throughout|inside)\s")
# "police chief", "opposition newspaper": the next noun is the head
HEAD_AFTER = re.compile(
    r"(?:['’]s?)?[\s-](?:chief|officer|station|stations|headquarters|newspaper|leader|leaders|party|parties|politician|lawmaker|lawmakers|figure"
    r"|figures|spokesman|spokeswoman|source|sources|commander|commanders|post|custody|car|bus|vehicle|checkpoint|candidate|coalition"
    r"|alliance|group|groups|movement|stronghold|strongholds|camp|base|academy|report|raid|fire|attack|boss|supporters|activist|activists"
    r"|rally|force|forces|inspector|commissioner|director|convoy|patrol|brutality|violence|protection|state|government)\b"
)
HOME_BEFORE = re.compile(r"\b(?:[Ii]n|across|throughout|inside)\s(?:the\s)?(?:[a-z-]+\s)?$")
HOME_AFTER = re.compile(
    r"\s(?:[Pp]resident|[Pp]rime|[Gg]overnment|[Cc]apital|[Cc]ity|[Tt]own|[Vv]illage|[Pp]rovince|[Rr]egion|[Pp]arliament|[Ii]nterior|[Kk]ing|[Rr]uler"
    r"|[Jj]unta|[Pp]remier|[Jj]ustice|[Ss]tate|authorities|court|police|leader|election|elections)\b"
)
NAMESAKE = re.compile(r"(?<![.!?] )\b([A-Z][A-Za-z-]+)\s$")
# Peoples and faiths that stand for themselves, of a country where its demonym stands before: "Iraqi Kurds", "Tamils".
PEOPLES = (
    "Kurds|Tamils|Hutus|Tutsis|Chechens|Uighurs|Uyghurs|Rohingya|Tuaregs|Muslims|Moslems|Jews|Christians|Shiites|Shi[’']ites|Sunnis"
    "|Catholics|Protestants|Hindus|Sikhs|Buddhists|Islamists|Arabs|Serbs|Croats|Basques|Catalans|Tibetans|Cypriots|Turks|Albanians"
    "|Druze|Maronites|Alawites|Yazidis|Zulus|Pashtuns|Bedouins|Maoists|Communists|Marxists|Kashmiris|Darfuris|Abkhazians|Ossetians"
    "|Copts|Somalis|Uzbeks|Tatars|Roma|Gypsies"
)
PEOPLE_OF = re.compile(rf"(?:\s(?:ethnic|Shiite|Sunni|Muslim|Moslem))?\s(?:{PEOPLES})\b")
# of these only, without a country: the others are faiths and nations the world over
BARE_PEOPLES = words(
    "Kurds Tamils Hutus Tutsis Chechens Uighurs Uyghurs Rohingya Tuaregs Basques Catalans Tibetans Druze Maronites Alawites Yazidis"
    " Zulus Pashtuns Kashmiris Darfuris Abkhazians Ossetians Islamists Shiites Shi'ites Shi’ites"
)


def crowds(reading: Reading) -> None:
    """Add the groups of unnamed people whose country the words around them tell."""
    reading.mentions.extend(_crowds(reading))


def _crowds(reading: Reading) -> Iterator[Mention]:
    text = reading.text
    told = {mention.end for mention in reading.mentions}
    for start, end in reading.signs[Sign.CROWD]:
        if (start and WORD_CHARACTER.match(text, start - 1)) or WORD_CHARACTER.match(text, end):
            continue
        noun = text[start:end].lower()
        place = None if end in told else _hit_after(reading, end)
        if end in told or not (place or noun in PARTISANS) or HEAD_AFTER.match(text, end):
            continue
        modifiers = MODIFIERS_BEFORE.search(text, max(0, start - REACH), start)
        match = CROWD.match(text, modifiers.start() if modifiers else start)
        if match is None or match.end() != end:  # a modifier itself: "opposition rebels"
            continue
        name = match.group(1).lower()
        if place and noun in ABROAD and WHEREABOUTS.match(text, end):
            continue
        if place and (country := country_of(reading, place)):
            yield _mention(reading, match.start(), place.end, country, name)
        elif noun in PARTISANS and (namesake := NAMESAKE.search(text, max(0, match.start() - 30), match.start())):
            if namesake.group(1) not in NO_NAME and not _is_claimed(reading, namesake.start(1)):
                name = f"{namesake.group(1)} {name}"
                yield Mention(namesake.start(1), end, "crowd", "alias", discovered_name=name, discovered_type="group")
        elif noun in PARTISANS and (country := _only_country(reading, match.start())):
            yield _mention(reading, match.start(), end, country, name)

    for start, end in reading.signs[Sign.PEOPLE]:
        if text[start:end] in BARE_PEOPLES:
            yield Mention(start, end, "crowd", "alias", discovered_name=text[start:end], discovered_type="group")
    for hit in reading.hits_of[DEMONYM]:
        if (people := PEOPLE_OF.match(text, hit.end)) and (country := country_of(reading, hit)):
            yield _mention(reading, hit.start, people.end(), country, people.group().strip())


def _mention(reading: Reading, start: int, end: int, country: str, name: str) -> Mention:
    if name in RULERS and country in reading.lexicon.states:
        return Mention(start, end, "government", "alias", actor_id=reading.lexicon.states[country])
    full = f"{reading.lexicon.demonyms[country]} {name}"
    return Mention(start, end, "crowd", "alias", discovered_name=full, discovered_type="group", country_code=country)


def _is_home(reading: Reading, hit: Hit) -> bool:
    if hit.has(STATE, CAPITAL, PLACE):
        return bool(HOME_BEFORE.search(reading.text, max(0, hit.start - 24), hit.start))
    return bool(hit.of(DEMONYM) and HOME_AFTER.match(reading.text, hit.end))


def _is_claimed(reading: Reading, position: int) -> bool:
    """Whether a name of the codebook covers a position, or it is the first of its sentence."""
    index = bisect_right(reading.hit_starts, position) - 1
    sentence = reading.sentence_at(position)
    return (index >= 0 and reading.hits[index].end > position) or sentence is None or sentence[0] == position


def _hit_after(reading: Reading, end: int) -> Hit | None:
    """The state named right after, as in "rebels in X"; a demonym there begins another phrase."""
    index = bisect_left(reading.hit_starts, end)
    following = reading.hits[index] if index < len(reading.hits) else None
    if following is None or following.start - end > 24 or not following.has(STATE, CAPITAL, PLACE):
        return None
    return following if OF_PLACE.fullmatch(reading.text, end, following.start) else None


def _only_country(reading: Reading, position: int) -> str | None:
    """The one country that a sentence tells things to happen in: "in X", "the Yian president"; who is attacked tells nothing.

    Not where another country stands before: "X broke with Y after protesters stormed its embassy there" may mean either.
    """
    sentence = reading.sentence_at(position)
    if sentence is None:
        return None
    hits = reading.hits[bisect_left(reading.hit_starts, sentence[0]) : bisect_left(reading.hit_starts, sentence[1])]
    codes = {country_of(reading, hit) for hit in hits if _is_home(reading, hit)}
    before = {country_of(reading, hit) for hit in hits if hit.start < position and hit.has(STATE, CAPITAL, PLACE, DEMONYM)}
    return codes.pop() if len(codes) == 1 and before <= codes | {None} else None
