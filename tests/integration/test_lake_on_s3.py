"""The lake on S3: one home makes the batches, another, with nothing on its disk, the same marts from them.

The store is moto's server, on this machine, spoken to as Amazon's is.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from house import differences, ran, registered

from assets import schemas
from orchestration.settings import Settings
from orchestration.storage import lake_of

REASON = "THE LAKE ON S3 IS NOT TESTED: install the extra `s3` (s3fs) and moto[server]"
s3fs = pytest.importorskip("s3fs", reason=REASON)
moto = pytest.importorskip("moto.server", reason=REASON)

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def lake() -> Iterator[str]:
    """Address of a lake in a bucket of a server started for the module; the environment says where the server is."""
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (KEYS | {"AWS_ENDPOINT_URL": f"http://{host}:{port}"}).items():
            patch.setenv(name, value)
        s3fs.S3FileSystem(skip_instance_cache=True).mkdir("news")
        yield "s3://news/lake"
    server.stop()


def test_the_marts_are_those_of_a_lake_in_the_home_and_a_bare_home_makes_them_too(
    published_home: Path, corpus: Path, tmp_path: Path, lake: str
) -> None:
    making, bare = tmp_path / "making", tmp_path / "bare"
    for batch in registered([corpus], home=making, lake=lake, batch_size=15):
        assert ran(batch, home=making, lake=lake)
    assert registered([corpus], home=bare, lake=lake) == []  # all known: from the store
    assert ran(None, home=bare, lake=lake)
    assert differences(published_home, bare) == {}


def test_a_batch_is_made_again_from_the_bytes_that_the_store_kept(tmp_path: Path, lake: str) -> None:
    page = tmp_path / "pact.txt"
    page.write_text("Pact signed in Accra\n\nGhana and Togo signed a border agreement in Accra on 3 June 2020, officials said.\n")
    one, other = {"home": tmp_path / "one", "lake": f"{lake}-again"}, {"home": tmp_path / "other", "lake": f"{lake}-again"}
    (batch,) = registered([page], **one)
    assert ran(batch, **one)
    page.unlink()
    registered([tmp_path], **other)
    assert ran(batch, **other)
    assert lake_of(Settings(**one)).scan(schemas.DOCUMENTS).collect().height == 1


def test_a_name_that_is_taken_is_refused_by_the_store_itself(tmp_path: Path, lake: str) -> None:
    items = schemas.BATCH_ITEMS.frame([{"document_id": "a", "batch_id": "x"}])
    lake_of(Settings(home=tmp_path / "one", lake=f"{lake}-names")).register("x", items)
    with pytest.raises(FileExistsError):
        lake_of(Settings(home=tmp_path / "other", lake=f"{lake}-names")).register("x", items)
