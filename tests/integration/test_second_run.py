"""A second run takes no document twice; what it finds changed, it makes again."""

import shutil
from pathlib import Path

import duckdb
from house import copied, ran, registered, said

from assets.lake import Lake
from orchestration.batches import stale
from orchestration.definitions import build_defs
from orchestration.instance import open_instance
from orchestration.settings import Settings


def test_a_second_run_takes_no_new_document_and_publishes_nothing(published_home: Path, corpus: Path, tmp_path: Path) -> None:
    home = copied(published_home, tmp_path)
    served = (home / "warehouse.duckdb").read_bytes()
    success, text = said(home, sorted(corpus.iterdir()))
    assert success
    assert "0 new document(s)" in text
    assert "nothing changed" in text
    assert (home / "warehouse.duckdb").read_bytes() == served


def test_an_edited_codebook_makes_batches_stale_and_a_rebuild_mends_them(root: Path, tmp_path: Path) -> None:
    book, home, text = tmp_path / "codebook", tmp_path / "home", tmp_path / "memo.txt"
    shutil.copytree(root / "seeds" / "codebook", book)
    text.write_text("Harbour talks open\n\nMs. Orla Finch-Tamarind said on Monday that the Zarnish Accord would hold.\n")
    (batch,) = registered([text], home=home, codebook=book)
    assert ran(batch, home=home, codebook=book)
    assert _stale(home, book) == []
    with (book / "actors.csv").open("a") as actors:
        actors.write("zarnish-accord,Zarnish Accord,organization,,IGO,,\n")
    assert _stale(home, book) == [batch]
    assert "1 batch(es) were read with older code or codebook" in said(home, [text], codebook=book)[1], (
        "the release is made anew, the batch not"
    )
    success, told = said(home, [text], rebuild="stale", codebook=book)
    assert success
    assert "older code" not in told
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as served:
        assert served.execute("select count(*) from actor_mentions where actor_id = 'zarnish-accord'").fetchone() == (1,)


def _stale(home: Path, codebook: Path) -> list[str]:
    with open_instance(home) as instance:
        return stale(Lake(home), instance, build_defs(Settings(home=home, codebook=codebook)))
