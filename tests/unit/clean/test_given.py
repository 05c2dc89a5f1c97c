"""What is given about a document goes before what it says of itself, and its charset is how it is read."""

from assets.clean.documents import clean

TEXT = (
    "Harbour talks end without a date\n\nBy Ada Lind\n\nMay 2, 2023\n\n"
    "Norland and Sudmark ended their talks on the harbour of Eastmouth on Tuesday without naming a date for the next round.\n\n"
    "Both delegations said the open questions were few, and that none of them was about the border."
)
GIVEN = {
    "title": "Harbour talks end", "authors": "Bo Rask; Carl Holm", "publisher": "Lakeside Herald", "published": "2023-05-03T08:00:00Z",
    "url": "https://lakeside.example/harbour", "language": "en", "charset": None,
}  # fmt: skip


def test_what_is_given_wins(rules):
    row = clean(TEXT.encode(), "text", rules, GIVEN)
    assert (row["title"], row["authors"], row["publisher"], row["url"]) == (
        "Harbour talks end", "Bo Rask; Carl Holm", "Lakeside Herald", "https://lakeside.example/harbour",
    )  # fmt: skip
    assert (str(row["published_on"]), row["date_basis"]) == ("2023-05-03", "metadata")


def test_without_it_the_document_speaks_for_itself(rules):
    for given in (None, {}, dict.fromkeys(GIVEN)):
        row = clean(TEXT.encode(), "text", rules, given)
        assert (row["title"], row["authors"], str(row["published_on"])) == ("Harbour talks end without a date", "Ada Lind", "2023-05-02")


def test_the_given_charset_is_the_declared_encoding(rules):
    russian = "Министр заявил, что переговоры в порту продолжатся на следующей неделе, и назвал их полезными для обеих сторон."
    row = clean(russian.encode("iso8859-5"), "text", rules, {"charset": "iso-8859-5"})
    assert row["body"] == russian
    assert clean(russian.encode(), "text", rules, {"charset": "iso-8859-1"})["body"] == russian
