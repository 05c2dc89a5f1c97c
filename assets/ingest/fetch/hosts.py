"""Which network addresses may be connected to: names resolved once, each of their addresses judged.

`ipaddress.is_global` alone is not enough: it lets through forms that carry a private address inside a public one
(NAT64, 6to4, Teredo) and multicast. Of IPv6 only global unicast (2000::/3) is let through, less what is listed here.
Sources: the IANA special-purpose address registries (RFC 6890 and its updates).
"""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from assets.ingest.fetch.errors import RefusedError, UnreachableError

GLOBAL_UNICAST = ip_network("2000::/3")
SPECIAL = [
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "this host"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "carrier's NAT"), ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"), ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"), ("192.88.99.0/24", "6to4 relay"), ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "benchmarking"), ("198.51.100.0/24", "documentation"), ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
        ("::1/128", "loopback"), ("::/128", "unspecified"), ("::ffff:0:0/96", "IPv4-mapped"), ("::/96", "IPv4-compatible"),
        ("64:ff9b::/96", "NAT64"), ("64:ff9b:1::/48", "NAT64"), ("100::/64", "discard"), ("2001::/32", "Teredo"),
        ("2001::/23", "protocol assignments"), ("2001:db8::/32", "documentation"), ("2002::/16", "6to4"),
        ("3fff::/20", "documentation"), ("5f00::/16", "segment routing"), ("fc00::/7", "private"), ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"), ("ff00::/8", "multicast"),
    )
]  # fmt: skip


def checked_addresses(host: str, port: int, allow_private: bool) -> list[str]:
    """The network addresses of a host, each of them safe to connect to, in the resolver's order.

    One bad address among good ones refuses the host: no honest name has both, and a rebinding one does.

    Raises
    ------
    RefusedError
        If an address is not public and private ones are not allowed.
    UnreachableError
        If the name has no address.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreachableError(f"the name {host} cannot be resolved") from None
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in addresses:
        reason = why_private(address)
        if reason and not allow_private:
            where = "" if host == address else f"{host} is at "
            raise RefusedError(
                f"{where}{address}, which is not a public address ({reason}); DEMARCHE_ALLOW_PRIVATE_ADDRESSES=true permits it"
            )
    return addresses


def why_private(address: str) -> str | None:
    """Why an address is not one of the public internet, in a word or two; None where it is one."""
    parsed: IPv4Address | IPv6Address = ip_address(address)
    for network, what in SPECIAL:
        if parsed in network:
            return what
    if isinstance(parsed, IPv6Address) and parsed not in GLOBAL_UNICAST:
        return "reserved"
    return None if parsed.is_global and not parsed.is_multicast else "special purpose"
