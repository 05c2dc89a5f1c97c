"""Mojibake in its forms, whole and with bytes lost, and character references; what is right stays as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.clean.mojibake import mend, unescape

LINES = (
    "“We’ll see,” said the minister — ‘perhaps’ – in the café…",
    "São Tomé, Škoda, naïve, Łódź, Győr, Côte d’Ivoire, Erdoğan",
    "Привет, министр сказал «нет» и уехал",
    "Ο πρέσβης τόνισε τη σημασία του διαλόγου",
    "قال وزير الخارجية إن المحادثات ستستمر",
    "中国外交部发言人说会谈将继续",
)


def misread(text: str, times: int = 1) -> str:
    """UTF-8 read as code page 1252, the five bytes it does not define as they are."""
    for _ in range(times):
        text = "".join(chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252") for byte in text.encode())
    return text


def without_controls(text: str) -> str:
    """UTF-8 read as Latin-1, control characters dropped."""
    return "".join(character for character in text.encode().decode("latin-1") if not "\x80" <= character <= "\x9f")


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_text_misread_once_twice_and_three_times_comes_back(line, times):
    assert mend(misread(line, times))[0] == line


def test_each_line_is_mended_by_itself():
    mixed = "\n".join(misread(line, number % 3) for number, line in enumerate(LINES))
    assert mend(mixed)[0] == "\n".join(LINES)


@pytest.mark.parametrize(
    ("spoilt", "mended"),
    [
        ("A âThawâ in the North", "A “Thaw” in the North"),
        ("âWeâll see,â said the minister â âperhapsâ", "“We’ll see,” said the minister – “perhaps”"),
        ("itâs the ministersâ view, and they donât hide it", "it’s the ministers’ view, and they don’t hide it"),
        ("itâ??s a â??thawâ??", "it’s a “thaw”"),
        ("it���s a ���thaw���", "it’s a “thaw”"),
        ("It�s a �thaw� – they don�t hide it", "It’s a “thaw” – they don’t hide it"),
        ("Norland?s envoy doesn?t hide it", "Norland’s envoy doesn’t hide it"),
        ("â€œA thaw,â€ he said", "“A thaw,” he said"),
        ("â€œA thaw,â€? he said", "“A thaw,” he said"),
        ("ΓÇ£A thaw,ΓÇ¥ he said at the caf├⌐", "“A thaw,” he said at the café"),
        ("the years 1990â1995 cost â¬5", "the years 1990–1995 cost €5"),
        ("more to comeâ¦", "more to come…"),
        ("Lâaccord quâil a signÃ© Ã  lâÃ©tÃ©", "L’accord qu’il a signé à l’été"),
        ("They met.Â  They parted.", "They met.  They parted."),
        (
            "They met Jon CuÃ©llar, “a friend”, at the daily LibÃ©ration and in PeÃ±a.",
            "They met Jon Cuéllar, “a friend”, at the daily Libération and in Peña.",
        ),
        ("der GroÃe in der StraÃe", "der Große in der Straße"),
        ("Ïðèâåò, ìèíèñòð ñêàçàë âñå", "Привет, министр сказал все"),
        ("рТЙЧЕФ, нЙОЙУФТ ЧУЕ зПЧПТЙФ", "Привет, Министр все Говорит"),
    ],
)
def test_what_lost_bytes_is_restored_where_it_can_be_told(spoilt, mended):
    restored, repairs = mend(spoilt)
    assert restored.split() == mended.split()
    assert repairs["mojibake"] >= 1


@pytest.mark.parametrize("lost", ["RaÃ\x83Âol Ostlind", "RaÃƒÂol Ostlind"])
def test_a_doubly_misread_letter_whose_ordinal_mark_became_a_letter_comes_back(lost):
    assert mend(f"the speech of {lost} on Friday")[0] == "the speech of Raúl Ostlind on Friday"


def test_decomposed_mojibake_is_mended_too():
    assert mend("Jon CuA\u0303©llar is here") == ("Jon Cuéllar is here", {"mojibake": 1})


def test_letters_that_cannot_be_told_are_marked_as_lost_not_guessed():
    text, repairs = mend(without_controls("Привет, министр сказал"))
    assert "иве" in text
    assert "казал" in text
    assert repairs["lost_characters"] == text.count("\ufffd") > 0
    assert not any(mark in text for mark in "ÐÑ")
    assert mend("ErdoÄan in GyÅr")[0] == "Erdo\ufffdan in Gy\ufffdr"


@pytest.mark.parametrize(
    "text",
    [
        "Le château, l’âge d’or, le théâtre, la tâche, lâche, pâle, l’âme du traité, dit-il, est à Genève.",
        "São Tomé; não; CORAÇÃO; SÃO PAULO; Ângela; Škoda; Åland; Ångström; Århus; Ärzte; über alles.",
        "Câmara, Vâlcea, România, Bên Tâm, kâr, Hakkâri",
        "Is it? Was it? What?s... (see http://a.example/?s=1&t=2) Why? \"Why?\" she asked.",
        "ÅÄÖ and ÐÑ are letters; Ð stands in Icelandic: Ðakó.",
        "“Curly” and \"straight\" and ‘single’ and 'plain' stay – as they’re written…",
        "Ελλάδα, Россия, ישראל, العربية, 中国, 한국, ไทย",
        "Temperature of 5 °C ± 1; £5; §12; ©; ½; µ; naïve café.",
    ],
)  # fmt: skip
def test_what_is_right_stays(text):
    assert mend(text) == (text, {})


def test_character_references_are_read_and_counted():
    assert unescape("&quot;A thaw,&quot; said the minister&#8217;s aide &amp;amp; left&nbsp;early") == (
        '"A thaw," said the minister’s aide & left early', 5,
    )  # fmt: skip
    assert unescape("AT&T; R&D; Q&A & more; a&b=c") == ("AT&T; R&D; Q&A & more; a&b=c", 0)


@given(st.text(max_size=120))
def test_mending_is_repeatable_and_never_fails(text):
    once, _ = mend(text)
    assert mend(text)[0] == once
