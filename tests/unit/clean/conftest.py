"""What the tests of cleaning share: the rules, compiled once."""

import pytest

from assets.clean.documents import Rules
from assets.codebook import Codebook


@pytest.fixture(scope="session")
def rules(codebook: Codebook) -> Rules:
    return Rules(codebook)
