"""A web server for tests, on the loopback address: pages by path, whatever behaviour a test needs, a log of who asked for what."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from assets.ingest.fetch.fetching import Rules

# Behaviour of tests: the loopback address is allowed, nothing waits longer than it must.
RULES = Rules(allow_private=True, delay_seconds=0, silence_seconds=2, backoff_seconds=0.01)

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass(frozen=True)
class Page:
    """An answer; `etag` makes it conditional."""

    body: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None


class Web:
    """Pages by path (or behaviours, which write to the line themselves), and the log: (path, headers) of each request."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.pages: dict[str, Page | Behaviour | list[Page]] = {}
        self.log: list[tuple[str, dict[str, str]]] = []

    def asked(self, path: str) -> int:
        return sum(path == asked for asked, _ in self.log)

    def page(self, path: str) -> Page | Behaviour:
        """What stands at a path; of a list one after the other, the last one for ever."""
        found = self.pages.get(path, Page(b"nothing here", status=404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Web]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.log.append((self.path, dict(self.headers)))
            page = web.page(self.path)
            if isinstance(page, Page):
                self.answer(page)
            else:
                page(self)

        def answer(self, page: Page) -> None:
            if page.etag and self.headers.get("If-None-Match") == page.etag:
                page = Page(status=304, etag=page.etag)
            self.send_response(page.status)
            headers = {"Content-Type": page.media_type, "Content-Length": str(len(page.body)), **page.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            if page.etag:
                self.send_header("ETag", page.etag)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients that leave are what is tested
    web = Web(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def rss(*items: str) -> bytes:
    """An RSS feed of these items' inner XML."""
    return ("<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Desk</title>"
            + "".join(f"<item>{item}</item>" for item in items) + "</channel></rss>").encode()  # fmt: skip
