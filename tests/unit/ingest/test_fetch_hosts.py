"""Where may be connected to: public addresses only, in whatever form a private one is dressed; and how addresses are read."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.ingest.fetch.errors import FetchError, RefusedError, UnreachableError
from assets.ingest.fetch.hosts import checked_addresses, why_private
from assets.ingest.fetch.locations import location

PRIVATE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.2.7", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.2", "203.0.113.9",
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1",
    "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1",
    "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "100.63.255.255", "172.32.0.1", "193.0.6.139", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_of_the_public_internet_is_told_apart(address: str) -> None:
    assert why_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_let_through(address: str) -> None:
    assert why_private(address) is None


@given(st.ip_addresses(v=4))
def test_nothing_that_python_knows_as_private_is_let_through(address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved or address.is_loopback:
        assert why_private(str(address))


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "0"])
def test_a_loopback_address_in_another_spelling_is_refused(host: str) -> None:
    with pytest.raises(FetchError) as problem:
        checked_addresses(host, 80, allow_private=False)
    assert isinstance(problem.value, RefusedError | UnreachableError)


def _resolves_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)


def test_one_private_address_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolves_to(monkeypatch, "8.8.8.8", "10.0.0.1")
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1, which is not a public address \(private\)"):
        checked_addresses("rebinding.example", 80, allow_private=False)
    assert checked_addresses("rebinding.example", 80, allow_private=True) == ["8.8.8.8", "10.0.0.1"]


def test_a_name_without_an_address_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(UnreachableError, match=r"nowhere\.example cannot be resolved"):
        checked_addresses("nowhere.example", 80, allow_private=False)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://lakeherald.example/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://ann:secret@lakeherald.example/", "user name"),
        ("http://ann@lakeherald.example/", "user name"),
        ("http:///path", "without a host"),
        ("http://./path", "host"),
        ("http://lakeherald.example:0/", "port"),
        ("http://lakeherald.example:99999/", "cannot be|can be read"),
        ("http://lake herald.example/", "blanks"),
        ("http://lakeherald.example/\r\nHost: other", "blanks"),
        ("http://lakeherald.example/" + "a" * 5000, "too long"),
        ("http://[::1", "read"),
    ],
)
def test_an_address_that_must_not_be_fetched_is_refused_by_its_looks(url: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        location(url)


def test_a_location_is_read_once_for_checking_and_connecting() -> None:
    place = location("HTTPS://Bücher.Example:8443/naïve path".replace(" ", "%20") + "?q=é#part")
    assert place.host == "xn--bcher-kva.example"
    assert (place.scheme, place.port, place.target) == ("https", 8443, "/na%C3%AFve%20path?q=%C3%A9")
    assert place.authority == "xn--bcher-kva.example:8443"
    assert location("http://[2606:4700::1]/").authority == "[2606:4700::1]"


@given(st.text(max_size=60))
def test_any_text_is_a_location_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://lakeherald.example/{text}"):
        try:
            place = location(url)
        except RefusedError:
            continue
        assert place.host
        assert not set("\r\n\t ") & set(place.url + place.authority)
