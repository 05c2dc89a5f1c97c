"""Mails, boxes of mails and saved web pages."""

import formats
import pytest
from formats import mail

from assets.ingest.readers import read_items


def read(folder, content, name="a.eml"):
    (folder / name).write_bytes(content)
    return list(read_items([folder / name]))


def parts(plain, html, kind="alternative"):
    return (
        f"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n"
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--x--\r\n"
    ), f'multipart/{kind}; boundary="x"'


def test_the_headers_speak_of_the_document_in_the_body(tmp_path):
    (document,) = read(tmp_path, mail(subject="=?utf-8?q?Fwd=3A_Caf=C3=A9_talks?="))
    assert document.content.decode().strip() == formats.ARTICLE
    assert document.given == {
        "title": "Café talks", "authors": "Ada Lind", "published": "2021-05-04T23:30:00-05:00", "charset": "utf-8",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "publisher", "authors"),
    [
        ("List-Unsubscribe: <https://a.example>\r\n", "Ada Lind", None),
        ("List-Post: <mailto:fish@a.example>\r\nList-Id: Fish list <fish.a.example>\r\n", "Fish list", "Ada Lind"),
        ("", None, "Ada Lind"),
    ],
)
def test_a_newsletter_is_published_by_its_sender_and_a_list_has_authors(tmp_path, headers, publisher, authors):
    (document,) = read(tmp_path, mail(headers=headers))
    assert (document.given.get("publisher"), document.given.get("authors")) == (publisher, authors)


def test_plain_text_is_preferred_unless_it_only_points_to_the_page(tmp_path):
    body, kind = parts(formats.ARTICLE * 5, "<p>They met.</p>")
    (plain,) = read(tmp_path, mail(body, content_type=kind))
    body, kind = parts("See this mail in your browser.", "<p>They met.</p>")
    (html,) = read(tmp_path, mail(body, content_type=kind))
    assert (plain.media_type, html.media_type) == ("text", "html")


def test_transfer_encodings_and_soft_line_ends_are_undone(tmp_path):
    headers = "Content-Transfer-Encoding: quoted-printable\r\n"
    (document,) = read(
        tmp_path, mail("Caf=E9 =\r\ntalks went \r\non.\r\nThey met.", "S", headers, "text/plain; charset=latin-1; format=flowed")
    )
    assert document.content.decode("latin-1").split("\r\n")[:2] == ["Café talks went on.", "They met."]


def test_a_box_of_mails_is_many_documents_and_a_mail_without_words_is_refused_alone(tmp_path):
    line = b"From a@b Mon May  3 10:00:00 2021\n"
    picture = mail("aGk=", headers="Content-Transfer-Encoding: base64\r\n", content_type="image/png")
    first, bad, last = read(tmp_path, line + mail("They met.\n>From Oslo.") + line + picture + line + mail("They parted."), "a.mbox")
    assert b"\nFrom Oslo." in first.content
    assert "without a readable part" in (bad.problem or "")
    assert (last.problem, last.source_uri.endswith("a.mbox#3")) == (None, True)


def test_a_saved_web_page_is_the_page_with_its_address(tmp_path):
    page = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://lakeherald.example/a\r\nSubject: Talks\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/html\r\n\r\n<p>They met.</p>\r\n--x--\r\n"
    )
    (document,) = read(tmp_path, page, "a.mhtml")
    assert (document.media_type, document.given) == ("html", {"title": "Talks", "url": "https://lakeherald.example/a"})


def test_a_press_release_that_begins_like_a_mail_is_text(tmp_path):
    (document,) = read(tmp_path, b"From: the ministry\nDate: 4 May 2021\n\nThey met.", "a.txt")
    assert document.content.startswith(b"From: the ministry")
