"""Whether what is served is what the lake, today's codebook and today's code would give."""

from assets.lake import Lake
from assets.publish import releases
from assets.versions import codebook_version, house_version
from orchestration.extraction import extractor_version
from orchestration.settings import Settings


def is_released(settings: Settings, lake: Lake) -> bool:
    """Whether a file is served that can be read, and the last release was made of just this."""
    kept = releases.kept(settings.home)
    return bool(kept) and releases.served_release_id(settings.home) is not None and kept[-1].fingerprint == fingerprint(settings, lake)


def fingerprint(settings: Settings, lake: Lake) -> str:
    """Of what a release made now would be made of."""
    return releases.fingerprint(lake, codebook_version(settings.codebook), code_version_of(settings))


def code_version_of(settings: Settings) -> str:
    """One fingerprint of the code, and of the settings that change what is published: who reads, and the file's format."""
    return house_version(f"{extractor_version(settings)}/{settings.storage_version}")
