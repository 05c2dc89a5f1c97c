"""The closed classes of words that dates are made of, and their patterns. What a whole expression means is not here.

Months, weekdays and number words are the language's, not an analyst's choice: they stand in code, not in the codebook.
"""

import re
from datetime import date

from assets.timex.values import day_of

MONTHS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = {
    name: number for number, name in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
         "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"), 1)
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def written(*names: str) -> str:
    """Alternatives of names as they stand in text: capitalised, or all in capitals in a dateline. Never lower case: may, march."""
    return "(?:" + "|".join(form for name in names for form in (name, name.upper())) + ")"


MONTH_NAME = written(
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
)  # fmt: skip
MONTH = rf"(?:{MONTH_NAME}|{written('Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec')}\b\.?)"
WEEKDAY_NAME = written("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = rf"(?:{WEEKDAY_NAME}|{written('Mon', 'Tues', 'Tue', 'Wed', 'Thurs', 'Thur', 'Thu', 'Fri', 'Sat', 'Sun')}\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
# Which one, counted from the document: last, this, next; or from a time of the text: the following, the previous.
SIDE = r"(?:[Ll]ast|[Nn]ext|[Tt]his (?:past|coming)|[Tt]his|[Pp]ast|[Cc]oming|[Tt]he (?:following|previous|preceding))"
STEPS = {"last": -1, "past": -1, "this": 0, "the current": 0, "next": 1, "coming": 1}
PART = (
    r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id"
    r"|(?:[Tt]he\s+)?(?:[Mm]iddle|[Ee]nd|[Bb]eginning|[Ss]tart|[Cc]lose|[Rr]est|[Rr]emainder) of)[\s-]+)?"
)
NUMBER = r"(?:\d{1,3}|an?|a couple of|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]{3,5}|[a-z]{3,9})"

# What years are mistaken for: quantities. A plural noun of counting after a number makes it one.
COUNTED = (
    r"(?:people|persons|troops?|soldiers?|men|women|children|civilians?|refugees?|migrants?|protesters?|demonstrators?|workers?|staff"
    r"|students?|members?|delegates?|prisoners?|hostages?|victims?|residents?|families|homes?|houses|vehicles?|tanks?|drones?|missiles?"
    r"|rockets?|shells?|rounds|aircraft|ships|boats|villages|dollars?|euros?|pounds?|roubles?|rubles?|yuan|yen|barrels?|tonnes?|tons?"
    r"|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|hectares?|acres?|kilograms?|kg|pages?|votes?|points?|percent|per cent|times"
    r"|hours?|minutes?|seconds?|days?|weeks?|months?|years?|others?|more|million|billion|thousand|hundred|hrs?|GMT|UTC|local time)\b"
)
YEAR_END = rf"\b(?!,\d{{3}}|[\d/%]|\.\d|\s+{COUNTED})"


def month_number(word: str) -> int:
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


def day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def ordinal(word: str) -> int | None:
    """Value of 'third' or '3rd'; null for other words."""
    return ORDINALS.get(word.lower()) or (day_number(word) if word[:1].isdigit() else None)


def sign(side: str | None) -> int | None:
    """-1 for 'last' and 'the previous', 1 for 'next' and 'the following', null for 'this' or nothing."""
    last = (side or "").lower().rpartition(" ")[2]
    return {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}.get(last)


def whose(side: str) -> tuple[str | None, int | None] | None:
    """Unit and amount of 'last', 'this' or 'next' before a month or season; null where no such word stands."""
    amount = sign(side)
    if amount:
        return None, 2 * amount
    return ("year", 0) if side.lower() == "this" else None


def origin(side: str | None) -> str | None:
    """What a side counts from, as `TimeValue.counted_from`: 'the following' from a time of the text, 'next' from the document."""
    return "earlier" if (side or "").lower().startswith("the ") else None


def numeric_days(first: int, dot: str, second: int, year: int) -> list[date]:
    """The days that three numbers may mean, in order: with full stops the day stands first, else the month may."""
    orders = {(second, first)} if dot == "." else {(second, first), (first, second)}
    return sorted(day for month, number in orders if (day := day_of(year, month, number)))


def number(words: str) -> int | None:
    """Value of a number word or digits; null for other words ('several')."""
    words = re.sub(r"\s+", " ", words.lower())
    if words.isdigit():
        return int(words)
    tens, _, ones = words.partition("-")
    if ones:
        return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and NUMBERS.get(ones, 10) < 10 else None
    return NUMBERS.get(words)
