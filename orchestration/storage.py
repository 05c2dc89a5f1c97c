"""Which lake a home has: its own folder, or one on an object store. How either is read and written belongs to `assets`."""

from assets.lake import Lake
from orchestration.settings import Settings


def lake_of(settings: Settings) -> Lake:
    """The lake of the settings.

    Raises
    ------
    StoredLakeError
        When the home has a lake of its own and the settings name another, or a package for the address is missing.
    """
    if settings.lake is None:
        return Lake(settings.home)
    from fsspec.core import url_to_fs

    from assets.stored_lake import StoredLake, StoredLakeError

    try:
        # what another machine wrote must be seen: no listing is remembered
        folders = {"auto_mkdir": True} if settings.lake.startswith("file://") else {}  # stores have none to be made
        store, root = url_to_fs(settings.lake, use_listings_cache=False, **folders)
    except (ImportError, ValueError) as error:
        raise StoredLakeError(f"the lake at {settings.lake} cannot be opened: {error}") from error
    return StoredLake(settings.home, store, root)
