"""Bytes are read in the encoding they were written in: code pages of all scripts, UTF-16 and UTF-32 without a mark, declarations."""

import pytest

from assets.clean.encoding import UndecodableError, decode

TEXTS = {
    "ru": "Министр иностранных дел заявил в четверг, что переговоры продолжатся на следующей неделе в Женеве. Посол назвал их полезными.",
    "uk": "Міністр закордонних справ заявив у четвер, що переговори триватимуть наступного тижня. Посол наголосив на її важливості.",
    "el": "Ο υπουργός Εξωτερικών δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα στη Γενεύη.",
    "ar": "قال وزير الخارجية يوم الخميس إن المحادثات ستستمر الأسبوع المقبل في جنيف، وأكد السفير أهمية الاتفاق.",
    "he": "שר החוץ אמר ביום חמישי כי השיחות יימשכו בשבוע הבא. השגריר הדגיש את חשיבות ההסכם.",
    "tr": "Dışişleri Bakanı perşembe günü görüşmelerin gelecek hafta Cenevre'de süreceğini söyledi. Büyükelçi de bunu doğruladı.",
    "zh": "外交部长星期四表示，会谈将于下周在日内瓦继续举行。大使强调双方都愿意对话，并指出协议的重要性。",
    "tw": "外交部長星期四表示，會談將於下週在日內瓦繼續舉行。大使強調雙方都願意對話，並指出協議的重要性。",
    "ja": "外務大臣は木曜日、協議は来週ジュネーブで続けられると述べた。大使は双方に対話の用意があると強調した。",
    "ko": "외무장관은 목요일 회담이 다음 주 제네바에서 계속될 것이라고 말했다. 대사는 양측이 대화할 준비가 되어 있다고 강조했다.",
    "th": "รัฐมนตรีต่างประเทศกล่าวเมื่อวันพฤหัสบดีว่าการเจรจาจะดำเนินต่อไปในสัปดาห์หน้าที่เจนีวา",
    "cs": "Ministr zahraničí ve čtvrtek řekl, že jednání budou pokračovat příští týden v Ženevě. Velvyslanec zdůraznil význam dohody.",
    "de": "Der Außenminister erklärte am Donnerstag, die Gespräche würden nächste Woche in Genf fortgesetzt. Für beide sei das möglich.",
    "lv": "Ārlietu ministrs ceturtdien paziņoja, ka sarunas turpināsies nākamnedēļ Ženēvā, un uzsvēra vienošanās nozīmi.",
}
CODE_PAGES = {
    "ru": ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic"), "uk": ("cp1251", "koi8-u"), "el": ("cp1253", "iso8859-7"),
    "ar": ("cp1256", "iso8859-6"), "he": ("cp1255", "iso8859-8"), "tr": ("cp1254", "iso8859-9"), "zh": ("gb18030", "gbk", "hz"),
    "tw": ("big5",), "ja": ("shift_jis", "euc_jp", "iso2022_jp"), "ko": ("euc_kr", "cp949", "iso2022_kr"), "th": ("cp874",),
    "cs": ("cp1250", "iso8859-2"), "de": ("cp1252", "cp850", "mac-roman"), "lv": ("cp1257",),
}  # fmt: skip
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32", "utf-8-sig")


@pytest.mark.parametrize(("language", "encoding"), [(language, page) for language, pages in CODE_PAGES.items() for page in pages])
def test_a_code_page_is_told_by_the_text(language, encoding):
    content = TEXTS[language].encode(encoding, "ignore")
    assert decode(content)[0] == content.decode(encoding)


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", TEXTS)
def test_wide_characters_are_told_with_and_without_a_mark(language, encoding):
    assert decode(TEXTS[language].encode(encoding))[0] == TEXTS[language]
    if encoding in ("utf-16", "utf-16-le"):  # cut in the middle of a character
        assert decode(TEXTS[language].encode(encoding) + b"\x20")[0] == TEXTS[language]


def test_a_declared_charset_is_believed_where_it_fits():
    content = "Žemės ūkio ministras".encode("cp1257")
    assert decode(content, declared="windows-1257")[0] == "Žemės ūkio ministras"
    assert decode("Łódź – Kraków".encode(), declared="ISO-8859-1")[0] == "Łódź – Kraków"
    assert decode(TEXTS["ru"].encode("cp1251"), declared="no-such-charset")[0] == TEXTS["ru"]
    assert decode(TEXTS["ru"].encode("koi8-r"), declared="hex")[0] == TEXTS["ru"]


def test_what_is_given_goes_before_what_a_page_declares():
    page = f"<html><head><meta charset='iso-8859-5'></head><body>{TEXTS['ru']}</body></html>"
    assert decode(page.encode("cp1251"), is_html=True, declared="windows-1251")[0] == page


def test_western_bytes_pasted_into_utf8_are_read_too():
    content = ("Die Außenminister trafen sich in Köln, sagte der Sprecher für Äußeres. " * 3).encode() + b"It\x92s the caf\xe9 again. "
    text, encoding, replaced = decode(content)
    assert text.endswith("It’s the café again. ")
    assert (encoding, replaced) == ("utf-8", 0)


@pytest.mark.parametrize("page", [f"cp{number}" for number in range(1250, 1259)])
def test_marks_that_all_windows_code_pages_share_are_read_whichever_it_was(page):
    text = "The envoy’s men said “we’ll see” – «perhaps» … and left. © Lake Herald®"
    assert decode(text.encode(page)) == (text, "cp1252", 0)


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, bytes(range(128, 160)) * 40, b"\xff\xfe\x00\xd8\x00\xd8"])
def test_bytes_that_are_no_text_are_refused_not_guessed(content):
    with pytest.raises(UndecodableError, match="undecodable"):
        decode(content)
