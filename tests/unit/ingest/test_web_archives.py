"""WARC: the pages of a crawl, with the address and the encoding that the web server gave."""

import gzip

import formats
import pytest
from formats import answer, page, warc_record

from assets.ingest.readers import read_items


def documents(folder, *records, name="a.warc"):
    (folder / name).write_bytes(b"".join(records))
    return list(read_items([folder / name]))


def test_a_page_is_given_its_address_and_charset_and_not_the_day_of_the_crawl(tmp_path):
    (document,) = documents(tmp_path, answer("https://lakeherald.example/a", page(), "text/html; charset=windows-1251"))
    assert document.given == {"url": "https://lakeherald.example/a", "charset": "windows-1251"}
    assert (document.media_type, document.content) == ("html", page())


def test_what_is_no_page_is_passed_over(tmp_path):
    records = [
        warc_record(b"software: x", kind="warcinfo"), warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        answer("https://a.example/i.png", b"\x89PNG", "image/png"), answer("https://a.example/s.js", b"f()", "text/javascript"),
        answer("https://a.example/moved", b"<html>moved", status="301 Moved"), answer("https://a.example/b", page()),
        answer("dns:a.example", b"1.2.3.4", "text/dns"),
    ]  # fmt: skip
    assert [document.source_uri.rpartition("#")[2] for document in documents(tmp_path, *records)] == ["6"]


@pytest.mark.parametrize("sizes", [(5, 9), (1, 1, 1, 1), (20,)])
def test_a_body_in_chunks_is_put_together(tmp_path, sizes):
    body, rest = b"", page()
    for size in sizes:
        piece, rest = rest[:size], rest[size:]
        body += b"%x\r\n%s\r\n" % (len(piece), piece)
    body += b"%x;ext=1\r\n%s\r\n0\r\n\r\n" % (len(rest), rest)
    (document,) = documents(tmp_path, answer("https://a.example/", body, headers="Transfer-Encoding: chunked\r\n"))
    assert document.content == page()


def test_headers_that_a_crawler_kept_of_encodings_it_took_away_do_no_harm(tmp_path):
    (document,) = documents(
        tmp_path, answer("https://a.example/", page(), headers="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
    )
    assert document.content == page()


def test_a_compressed_body_in_a_compressed_record_is_unpacked(tmp_path):
    record = answer("https://a.example/", gzip.compress(page()), headers="Content-Encoding: gzip\r\n")
    (document,) = documents(tmp_path, gzip.compress(record), name="a.warc.gz")
    assert document.content == page()


def test_a_feed_in_a_crawl_gives_its_entries_with_their_own_addresses(tmp_path):
    feed = formats.rss("<link>https://a.example/1</link><description>They met.</description>", "<description>They parted.</description>")
    first, second = documents(tmp_path, answer("https://a.example/feed", feed, "application/rss+xml"))
    assert first.source_uri.endswith("a.warc#1#1")
    assert first.given["url"] == "https://a.example/1"
    assert "url" not in second.given


def test_a_bad_record_spares_those_before_and_after(tmp_path):
    good = [answer(f"https://a.example/{number}", page(f"They met {number} times.")) for number in range(2)]
    first, lost, last = documents(tmp_path, good[0], b"some bytes\r\nthat are no record\r\n\r\n", good[1])
    assert (first.problem, last.problem) == (None, None)
    assert "no WARC record" in (lost.problem or "")


def test_a_record_that_breaks_off_is_no_document(tmp_path):
    whole = answer("https://a.example/", page())
    (document,) = documents(tmp_path, whole[:-60])
    assert "breaks off" in (document.problem or "")
