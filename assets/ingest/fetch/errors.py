"""What can go wrong with an address, each in one clause that a user can read. Nothing else belongs here."""


class FetchError(Exception):
    """An address could not be fetched; the message says why."""


class RefusedError(FetchError):
    """We would not: the address, or where it leads, is against the rules."""


class UnreachableError(FetchError):
    """No (whole) answer came: worth another try."""


class DeferredError(FetchError):
    """Not its turn in this run: no failure, the next run takes it up."""
