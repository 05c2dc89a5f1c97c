"""Addresses as text: what its parts are, and which are refused by their looks. Resolving names: `hosts`."""

import re
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from assets.ingest.fetch.errors import RefusedError

WEB = ("http", "https")
PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 4000  # characters; longer ones are mistakes or attacks


@dataclass(frozen=True)
class Location:
    """A web address in the one reading that everything after uses: what is checked is what is connected to."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt is responsible for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host, and the port where it is not the scheme's own: the `Host` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_web(url: str) -> bool:
    return url.partition("://")[0].lower() in WEB


def location(url: str) -> Location:
    """Read a web address; its fragment is dropped, as it never reaches a server.

    Raises
    ------
    RefusedError
        If it is not http or https, carries a user name or password, has no host, or cannot be an address at all.
    """
    url = url.strip()
    if len(url) > MAX_LENGTH or re.search(r"[\x00-\x20\x7f]", url):
        raise RefusedError("not a web address: too long, or blanks or control characters in it")
    if not is_web(url):
        raise RefusedError("only http and https addresses are followed")
    try:
        parsed = parse_url(url)
    except (LocationParseError, UnicodeError):
        raise RefusedError("not a web address that can be read") from None
    if parsed.auth is not None:
        raise RefusedError("an address with a user name or password in it is not fetched")
    if not parsed.scheme or not parsed.host or parsed.port == 0:
        raise RefusedError("a web address without a host or port to connect to")
    host = parsed.host.strip("[]").rstrip(".")
    if not host:
        raise RefusedError("a web address without a host or port to connect to")
    target = (parsed.path or "/") + (f"?{parsed.query}" if parsed.query is not None else "")
    found = Location("", parsed.scheme, host, parsed.port or PORTS[parsed.scheme], target)
    return Location(found.origin + target, found.scheme, found.host, found.port, found.target)
