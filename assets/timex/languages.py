"""Month names of other languages and forms of dates that English does not write, turned into English ones.

For metadata and date lines, which carry the language of the page; sentences in other languages are not read.
"""

import re
from functools import lru_cache

from assets.timex.vocabulary import MONTHS

ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

# Twelve names a line, '/' between spellings: nominative and the case that dates take, where they differ.
_LANGUAGES = (
    "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre",  # French
    "janv févr/fév mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",  # Spanish
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",  # Portuguese
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",  # Italian
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januar/jänner februar/feber märz april mai juni juli august september oktober november dezember",  # German
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "januari februari maart april mei juni juli augustus september oktober november december",  # Dutch
    "januari februari mars april maj juni juli augusti september oktober november december",  # Swedish
    "januar februar marts april maj juni juli august september oktober november december",  # Danish
    "januar februar mars april mai juni juli august september oktober november desember",  # Norwegian
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca lipiec/lipca sierpień/sierpnia"
    " wrzesień/września październik/października listopad/listopada grudzień/grudnia",  # Polish
    "leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna září říjen/října"
    " listopad/listopadu prosinec/prosince",  # Czech
    "január február március április május június július augusztus szeptember október november december",  # Hungarian
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",  # Romanian
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",  # Turkish
    "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа сентябрь/сентября"
    " октябрь/октября ноябрь/ноября декабрь/декабря",  # Russian
    "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня"
    " вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",  # Ukrainian
    "януари февруари март април май юни юли август септември октомври ноември декември",  # Bulgarian
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",  # Greek
    "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",  # Arabic, of Egypt and the Gulf
    "januari februari maret april mei juni juli agustus september oktober november desember",  # Indonesian
    "januari februari mac april mei jun julai ogos september oktober november disember",  # Malay
)
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号])?")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*,|\s+năm)?\s+(\d{4})")
_GLUE = r"\s*(?:[-/.,\s]|\bof\b|\bde\b|\bdel\b|\bdi\b|\bd['’])*\s*"
_MONTH = "|".join(ENGLISH)
_DAY_FIRST = re.compile(rf"(?<!\d)([0-3]?\d)(?:st|nd|rd|th|er|º|ª|\.)?{_GLUE}({_MONTH})\b{_GLUE}((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(rf"(?<!\d)((?:19|20)\d\d){_GLUE}({_MONTH})\b{_GLUE}([0-3]?\d)(?!\d)")
_YEAR_LAST = re.compile(rf"\b({_MONTH})\b{_GLUE}([0-3]?\d)(?:st|nd|rd|th)?{_GLUE}((?:19|20)\d\d)(?!\d)")
_NUMBERED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


def in_english(text: str) -> str:
    """The text with its dates in forms that `assets.timex.find` reads: '24 de abril de 2018' as '24 April 2018'."""
    if not text.isascii():
        text = re.sub(r"\d", lambda digit: str(int(digit[0])), text)  # of other scripts
    text = _CJK.sub(lambda found: f"{found[1]}-{int(found[2]):02d}" + (f"-{int(found[3]):02d}" if found[3] else ""), text)
    text = _VIETNAMESE.sub(r"\1.\2.\3", text)
    text = _NUMBERED.sub(lambda found: f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}", text)
    names, pattern = _names()
    text = pattern.sub(lambda found: ENGLISH[names[_plain(found[1])] - 1], text)
    text = _YEAR_FIRST.sub(r"\3 \2 \1", text)
    return _YEAR_LAST.sub(r"\2 \1 \3", _DAY_FIRST.sub(r"\1 \2 \3", text))


def _plain(name: str) -> str:
    return name.lower().replace("i\u0307", "i")  # Turkish İ


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, int], re.Pattern[str]]:
    """Every name, in lower case, with its month; and the pattern of a name, with the full stop of an abbreviation."""
    names = {name.lower(): number for number, name in enumerate(ENGLISH, 1)} | MONTHS | {"sept": 9}
    for language in _LANGUAGES:
        for number, spellings in enumerate(language.split(), 1):
            for name in spellings.split("/"):
                if names.setdefault(name, number) != number:
                    raise ValueError(f"{name} is month {names[name]} and month {number}")
    written = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return names, re.compile(rf"(?<![^\W\d_])({written})(?![^\W\d_])\.?", re.IGNORECASE)
