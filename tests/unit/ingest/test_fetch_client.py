"""One address asked for: redirects and where they may lead, limits in bytes and time, retries, what the answer says."""

import gzip
import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from little_web import Page, Web, serving

from assets.ingest.fetch import hosts
from assets.ingest.fetch.client import USER_AGENT, Client
from assets.ingest.fetch.errors import FetchError, RefusedError, UnreachableError
from assets.ingest.fetch.pacing import Pacing
from assets.ingest.fetch.robots import AnswerError


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def client(allow_private: bool = True) -> Client:
    return Client(Pacing(0, 60), allow_private, silence_seconds=0.5, backoff_seconds=0.01)


def body(url: str, max_bytes: int = 100_000, seconds: float = 10) -> bytes:
    sink = io.BytesIO()
    client().get(url, sink, max_bytes, seconds)
    return sink.getvalue()


def test_the_project_is_named_and_nothing_of_the_environment_is_used(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    web.pages["/a?x=1"] = Page(b"Talks went on.")
    assert body(f"{web.origin}/a?x=1") == b"Talks went on."
    (path, headers), *_ = web.log
    assert (path, headers["User-Agent"]) == ("/a?x=1", USER_AGENT)
    assert USER_AGENT.startswith("demarche/")
    assert f"http://{headers['Host']}" == web.origin


def test_a_redirect_is_followed_and_the_last_address_is_told(web: Web) -> None:
    web.pages["/old"] = Page(status=301, headers={"Location": "deep/new#part"})
    web.pages["/deep/new"] = Page(b"Moved here.")
    sink = io.BytesIO()
    assert client().get(f"{web.origin}/old", sink, 1000, 10).url == f"{web.origin}/deep/new"
    assert sink.getvalue() == b"Moved here."


def test_a_redirect_in_letters_beyond_ascii_is_followed(web: Web) -> None:
    def redirect(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write("HTTP/1.1 301 Moved\r\nLocation: /été\r\nContent-Length: 0\r\n\r\n".encode())

    web.pages["/"] = redirect
    web.pages["/%C3%A9t%C3%A9"] = Page(b"Summer.")
    assert body(web.origin) == b"Summer."


def test_a_redirect_to_a_private_address_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first host counts as public here; the second is judged as always.
    judged = hosts.why_private
    monkeypatch.setattr(hosts, "why_private", lambda address: None if address == "127.0.0.1" else judged(address))
    for target in ("http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://10.0.0.1:8080/"):
        web.pages["/out"] = Page(status=302, headers={"Location": target})
        with pytest.raises(RefusedError, match="not a public address"):
            client(allow_private=False).get(f"{web.origin}/out", io.BytesIO(), 1000, 10)


def test_a_name_is_resolved_once_and_exactly_that_address_is_asked(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    resolve, asked = socket.getaddrinfo, []

    def rebinding(host: str, port: int, *others: object, **more: object) -> object:
        if host == "rebinding.example":
            asked.append(host)
            host = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return resolve(host, port, *others, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    web.pages["/"] = Page(b"Once.")
    assert body(web.origin.replace("127.0.0.1", "rebinding.example")) == b"Once."
    assert asked == ["rebinding.example"]
    assert web.log[0][1]["Host"].startswith("rebinding.example:")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("/here", "in a circle"),
        ("file:///etc/passwd", "only http and https"),
        ("http://ann:secret@127.0.0.1/", "user name"),
        ("http://[", "not an address"),
        (None, "to nowhere"),
    ],
)
def test_a_redirect_that_leads_astray_is_refused(web: Web, target: str | None, why: str) -> None:
    web.pages["/here"] = Page(status=302, headers={"Location": target} if target else {})
    with pytest.raises(FetchError, match=why):
        body(f"{web.origin}/here")


def test_redirects_without_end_are_given_up(web: Web) -> None:
    for number in range(20):
        web.pages[f"/{number}"] = Page(status=302, headers={"Location": f"/{number + 1}"})
    with pytest.raises(RefusedError, match="more than 5 times"):
        body(f"{web.origin}/0")


def test_a_body_larger_than_announced_limits_is_not_even_begun(web: Web) -> None:
    web.pages["/"] = Page(b"x" * 5000)
    with pytest.raises(FetchError, match="too large: 5,000 bytes announced, the limit is 1,000"):
        body(web.origin, max_bytes=1000)


def test_an_endless_body_is_cut_off(web: Web) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"more " * 2000)
        except OSError:
            handler.close_connection = True

    web.pages["/"] = endless
    sink = io.BytesIO()
    with pytest.raises(FetchError, match="more than the limit of 200,000 bytes"):
        client().get(web.origin, sink, 200_000, 10)
    assert len(sink.getvalue()) <= 200_000


def test_a_gzip_bomb_is_stopped_before_it_unfolds(web: Web) -> None:
    web.pages["/limit"] = Page(gzip.compress(b"\0" * 20_000_000), headers={"Content-Encoding": "gzip"})
    sink = io.BytesIO()
    with pytest.raises(FetchError, match="expand to more than"):
        client().get(f"{web.origin}/limit", sink, 500_000, 10)
    assert len(sink.getvalue()) <= 600_000
    with pytest.raises(FetchError, match="expand to more than"):  # far below the limit, and still no page
        body(f"{web.origin}/limit", max_bytes=1_000_000_000)


def test_gzip_is_undone_member_after_member(web: Web) -> None:
    web.pages["/"] = Page(gzip.compress(b"One. ") + gzip.compress(b"Two.") + b"\0\0", headers={"Content-Encoding": "gzip"})
    assert body(web.origin) == b"One. Two."


@pytest.mark.parametrize(
    ("content", "encoding", "why"),
    [
        (b"not gzip", "gzip", "cannot be decompressed"),
        (gzip.compress(b"Talks " * 1000, mtime=0)[:-20], "gzip", "ends before its end"),
        (zlib.compress(b"Talks"), "deflate", "'deflate', which was not asked for"),
        (b"x", "gzip, br", "not asked for"),
    ],
)
def test_an_encoding_that_cannot_be_undone_is_told(web: Web, content: bytes, encoding: str, why: str) -> None:
    web.pages["/"] = Page(content, headers={"Content-Encoding": encoding})
    with pytest.raises(FetchError, match=why):
        body(web.origin)


def test_a_server_that_never_answers_is_left(web: Web) -> None:
    web.pages["/"] = lambda handler: time.sleep(1)
    with pytest.raises(UnreachableError, match=r"no answer for 0\.5 s"):
        body(web.origin)
    assert web.asked("/") == 3


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_is_cut_off_when_its_time_is_up(web: Web, part: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        if part == "body":
            handler.wfile.write(b"Content-Type: text/html\r\n\r\n")
        try:
            for number in range(100):
                handler.wfile.write(b"X-%d: y\r\n" % number)
                time.sleep(0.1)
        except OSError:
            handler.close_connection = True

    web.pages["/"] = drip
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"not done within 0\.4 s"):
        body(web.origin, seconds=0.4)
    assert time.monotonic() - began < 3
    assert web.asked("/") == 1


def test_a_body_that_breaks_off_is_not_taken_for_whole(web: Web) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"Half of")
        handler.close_connection = True

    web.pages["/"] = broken
    with pytest.raises(UnreachableError, match="connection broke"):
        body(web.origin)


def test_what_is_no_http_is_told_in_one_clause(web: Web) -> None:
    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")
        handler.close_connection = True

    web.pages["/"] = nonsense
    with pytest.raises(UnreachableError, match="connection broke") as told:
        body(web.origin)
    assert "\n" not in str(told.value)


def test_a_closed_port_is_told(web: Web) -> None:
    with pytest.raises(UnreachableError, match=r"no connection to 127\.0\.0\.1:1: "):
        body("http://127.0.0.1:1/")


def test_a_busy_server_is_asked_again_when_it_says(web: Web) -> None:
    web.pages["/"] = [Page(status=429, headers={"Retry-After": "1"}), Page(b"There you are.")]
    began = time.monotonic()
    assert body(web.origin) == b"There you are."
    assert 1 <= time.monotonic() - began < 5


def test_a_date_to_come_back_at_is_honoured_too(web: Web) -> None:
    web.pages["/"] = [Page(status=503, headers={"Retry-After": formatdate(time.time() - 5, usegmt=True)}), Page(b"Back.")]
    assert body(web.origin) == b"Back."


def test_a_server_that_asks_for_an_hour_is_left_alone_for_this_run(web: Web) -> None:
    web.pages["/"] = Page(status=503, headers={"Retry-After": "3600"})
    one = client()
    with pytest.raises(AnswerError, match=r"503 .* and asks to come back in 3,600 s"):
        one.get(web.origin, io.BytesIO(), 1000, 10)
    with pytest.raises(FetchError, match="left for the next run"):
        one.get(f"{web.origin}/other", io.BytesIO(), 1000, 10)
    assert len(web.log) == 1


def test_an_error_that_stays_is_told_after_three_tries(web: Web) -> None:
    web.pages["/"] = Page(status=502)
    with pytest.raises(AnswerError, match="the server answers 502 Bad Gateway"):
        body(web.origin)
    assert web.asked("/") == 3


def test_a_page_that_is_not_there_is_asked_for_once(web: Web) -> None:
    with pytest.raises(AnswerError, match="404 Not Found"):
        body(f"{web.origin}/gone")
    assert web.asked("/gone") == 1


def test_what_a_failed_try_sent_is_not_in_the_body(web: Web) -> None:
    def broken_once(handler: BaseHTTPRequestHandler) -> None:
        web.pages["/"] = Page(b"Whole.")
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"A half that is longer than the whole")
        handler.close_connection = True

    web.pages["/"] = broken_once
    assert body(web.origin) == b"Whole."


@pytest.mark.parametrize(
    ("media_type", "charset"),
    [
        ("text/html; charset=ISO-8859-1", "iso8859-1"),
        ('text/html;charset="utf-8"', "utf-8"),
        ("text/html; charset=x-klingon", None),
        ("text/html; charset=", None),
        ("text/html; charset=hex", None),
        ("text/html", None),
    ],
)
def test_the_charset_is_told_where_it_is_one(web: Web, media_type: str, charset: str | None) -> None:
    web.pages["/"] = Page(b"x", media_type)
    answer = client().get(web.origin, io.BytesIO(), 1000, 10)
    assert (answer.media_type, answer.charset) == ("text/html", charset)


def test_nothing_changed_is_told_apart_from_an_error(web: Web) -> None:
    web.pages["/"] = Page(b"x", etag='"v1"')
    first = client().get(web.origin, io.BytesIO(), 1000, 10)
    again = client().get(web.origin, io.BytesIO(), 1000, 10, first.version)
    assert (first.unchanged, again.unchanged) == (False, True)
    web.pages["/"] = Page(status=304)
    with pytest.raises(AnswerError):  # to an unconditional request
        body(web.origin)


def test_the_certificate_must_be_the_names_though_the_address_is_connected_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server_side, client_side, asked_for = _tls(tmp_path, "lakeherald.example")
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *others, **more: resolve("127.0.0.1", *others, **more))
    with serving(server_side) as web:
        web.pages["/"] = Page(b"Sealed.")
        port = web.origin.rpartition(":")[2]
        one = Client(Pacing(0, 60), allow_private=True, backoff_seconds=0.01, tls=client_side)
        sink = io.BytesIO()
        one.get(f"https://lakeherald.example:{port}/", sink, 1000, 10)
        assert sink.getvalue() == b"Sealed."
        assert asked_for == ["lakeherald.example"]  # SNI carries the name
        with pytest.raises(UnreachableError, match="certificate"):
            one.get(f"https://other.example:{port}/", io.BytesIO(), 1000, 10)
        with pytest.raises(UnreachableError, match="certificate"):  # signed by nobody we trust
            client().get(f"https://lakeherald.example:{port}/", io.BytesIO(), 1000, 10)


def _tls(folder: Path, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext, list[str]]:
    """A server's side with a certificate for a name, a client's side that trusts it, and the names that are asked for."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.pem").write_bytes(pem + secret)
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(folder / "server.pem")
    asked_for: list[str] = []
    server_side.sni_callback = lambda _, asked, __: asked_for.append(asked)
    return server_side, ssl.create_default_context(cadata=pem.decode()), asked_for
