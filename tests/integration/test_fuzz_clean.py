"""Whatever bytes come in: each document is kept or refused with a reason, twice the same, in bounded time, the others unharmed."""

import json
import time
from datetime import UTC, datetime

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.clean.documents import documents
from assets.identity import bytes_id
from assets.schemas import DOCUMENTS, RAW_DOCUMENTS, REJECTED

NOW = datetime(2026, 1, 2, tzinfo=UTC)
GOOD = (
    "Norland and Sudmark agreed on Monday to reopen the border crossings that have been closed since the spring, officials said.\n\n"
    "The agreement was signed in the harbour town of Eastmouth by the two foreign ministers after a night of talks."
)
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252", "cp1251", "koi8-r", "cp1253", "cp1254",
    "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr", "hz", "utf-7", "cp437", "mac-roman",
)  # fmt: skip
SCRIPTS = (
    "abcXYZ éüßÇšłığ Жпёы αβγ שלום مرحبا 中文日本語한국어ไทย ‘“”’—…•«»\u200f\u202e\x00\x07\x85\x93\ufffd\U0001f600"
    " .,:;!?&<>{}[]|/#@%0123456789\t\r\n"
)
FRAGMENTS = (
    "Read next", "Comments", "12 Comments", "Reply", "07:45", "ADVERTISEMENT", '{"a":{"b":[1,2', "<script>var a = 1;</script>",
    "By Ada Lind",
    "© 2024", "June 3, 2024", "EASTMOUTH (AP) — ",
    "â€œ", "itâs", "&amp;quot;", "Photo: A / EPA", "With reporting by Reuters", "• item",
    "A, B, C, D, E, F, G", "0.1%", "https://a.example/2024/06/03/", "Transcript", "Q: Why?", "ADA: No.", "(", "[[[", "----", "talks.The",
    GOOD, "",
)  # fmt: skip
GIVEN = st.none() | st.fixed_dictionaries(
    {name: st.none() | st.text(max_size=30) for name in ("title", "authors", "publisher", "published", "url", "language")}
    | {"charset": st.none() | st.sampled_from([*ENCODINGS, "binary", "x-user-defined", "zlib", "hex", ""])}
)  # fmt: skip
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def raw(content: bytes, media_type: str = "text", given: dict | None = None) -> pl.DataFrame:
    """The document between two good ones."""
    documents_of = [
        (f"{GOOD}\n\nNext talks begin at noon.".encode(), "text", None),
        (content, media_type, given),
        (GOOD.encode(), "text", None),
    ]
    rows = [
        {"document_id": f"{place}-{bytes_id(data)}", "source_uri": f"{place}.txt", "file_name": "a.txt", "media_type": kind,
         "content": data, "byte_count": len(data), "given": said, "batch_id": "b", "ingested_at": NOW}
        for place, (data, kind, said) in enumerate(documents_of)
    ]  # fmt: skip
    return RAW_DOCUMENTS.frame(rows)


def check(codebook, frame: pl.DataFrame) -> pl.DataFrame:
    """Kept and refused are all, the good ones are kept, and a second time gives the same; returns the refused."""
    kept, refused = documents(frame, codebook)
    assert sorted([*kept["document_id"], *refused["document_id"]]) == sorted(frame["document_id"])
    assert {frame["document_id"][0], frame["document_id"][2]} <= set(kept["document_id"])
    assert DOCUMENTS.conform(kept).equals(documents(frame, codebook)[0])
    assert all(REJECTED.conform(refused)["reason"])
    assert not any("cleaning failed" in reason for reason in refused["reason"])
    assert all(body.strip() == body and "\x00" not in body for body in kept["body"])
    return refused


@QUICK
@given(content=st.binary(max_size=400), media_type=st.sampled_from(["text", "html", "json"]), given=GIVEN)
def test_any_bytes(codebook, content, media_type, given):
    check(codebook, raw(content, media_type, given))


@QUICK
@given(text=st.text(alphabet=SCRIPTS, max_size=400), encoding=st.sampled_from(ENCODINGS), cut=st.integers(0, 5), given=GIVEN)
def test_any_text_in_any_encoding_cut_anywhere(codebook, text, encoding, cut, given):
    content = text.encode(encoding, "ignore")
    check(codebook, raw(content[: len(content) - cut], "text", given))


@QUICK
@given(lines=st.lists(st.sampled_from(FRAGMENTS), max_size=40), between=st.sampled_from(["\n", "\n\n", " ", "\r\n", "\x0b"]))
def test_any_order_of_furniture(codebook, lines, between):
    check(codebook, raw(between.join(lines).encode()))


@QUICK
@given(fields=st.dictionaries(st.sampled_from(["title", "text", "url", "publisher", "published", "authors"]),
                              st.none() | st.text(max_size=80) | st.integers() | st.lists(st.text(max_size=9), max_size=3)))  # fmt: skip
def test_any_record(codebook, fields):
    check(codebook, raw(json.dumps({"text": GOOD} | fields).encode(), "json"))


TEN_MEGABYTES = 10_000_000
LARGE = {
    "one line of words": b"talks " * (TEN_MEGABYTES // 6),
    "one word": b"a" * TEN_MEGABYTES,
    "one line of sentences": b"The envoys of Peru and Togo met again. " * (TEN_MEGABYTES // 40),
    "right to left": ("قال الوزير إن المحادثات ستستمر " * (TEN_MEGABYTES // 55)).encode(),
    "no spaces": ("外交部长星期四表示会谈将于下周继续" * (TEN_MEGABYTES // 51)).encode(),
    "zeros": b"\x00" * TEN_MEGABYTES,
    "line ends": b"a\n" * (TEN_MEGABYTES // 2),
    "opening marks": "“".encode() * (TEN_MEGABYTES // 3),
    "orphans": "â".encode() * (TEN_MEGABYTES // 2),
    "mojibake": "â€œÃ© ".encode() * (TEN_MEGABYTES // 14),
    "brackets": b"({[<" * (TEN_MEGABYTES // 4),
    "full stops": b"A.B" * (TEN_MEGABYTES // 3),
}
SECONDS = 60  # on two busy cores; the slowest takes about a third of it


@pytest.mark.parametrize("name", LARGE)
def test_ten_megabytes_are_read_or_refused_in_bounded_time(codebook, name):
    started = time.process_time()
    kept, refused = documents(raw(LARGE[name]), codebook)
    assert kept.height + refused.height == 3
    assert time.process_time() - started < SECONDS


def test_the_rows_are_the_same_on_two_processes(codebook):
    many = pl.concat([raw(f"{GOOD}\n\nRound {number} of the talks begins at noon.".encode()) for number in range(90)])
    many = many.with_columns(document_id=pl.lit("d") + pl.int_range(pl.len()).cast(pl.String).str.zfill(4))
    one, two = documents(many, codebook, processes=1), documents(many, codebook, processes=2)
    assert one[0].height == many.height
    assert one[0].equals(two[0])
    assert one[1].equals(two[1])
