"""The closed classes of words that dates are made of, and their patterns. What a whole expression means is not here.

Months, weekdays and number words are the language's, not an analyst's choice: they stand in code, not in the codebook.
"""

import re

MONTHS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
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
DAY = r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?|r)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
NUMBER = r"(?:\d{1,3}|an?|a couple of|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]{3,5}|[a-z]{3,9})"

# What years are mistaken for: quantities. A plural noun of counting after a number makes it one.
COUNTED = (
    r"(?:people|persons|troops?|soldiers?|men|women|children|civilians?|refugees?|migrants?|protesters?|demonstrators?|workers?|staff"
    r"|students?|members?|delegates?|prisoners?|hostages?|victims?|residents?|families|homes?|houses|vehicles?|tanks?|drones?|missiles?"
    r"|rockets?|shells?|rounds|aircraft|ships|boats|villages|dollars?|euros?|pounds?|roubles?|rubles?|yuan|yen|barrels?|tonnes?|tons?"
    r"|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|hectares?|acres?|kilograms?|kg|pages?|votes?|points?|percent|per cent|times"
    r"|hours?|minutes?|seconds?|days?|weeks?|months?|years?|others?|more|million|billion|thousand|hundred|hrs?|GMT|UTC|local time)\b"
)


def month_number(word: str) -> int:
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


def day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def number(words: str) -> int | None:
    """Value of a number word or digits; null for other words ('several')."""
    words = re.sub(r"\s+", " ", words.lower())
    if words.isdigit():
        return int(words)
    tens, _, ones = words.partition("-")
    if ones:
        return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and NUMBERS.get(ones, 10) < 10 else None
    return NUMBERS.get(words)
