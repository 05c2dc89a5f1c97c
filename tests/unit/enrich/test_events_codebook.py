"""The event files of the codebook, and the forms made of them."""

import polars as pl
import pytest

from assets.codebook import Codebook
from assets.enrich.events.frames import lexicon, plural, verb_forms
from assets.schemas import EVENT_TYPES


def test_every_type_has_a_row_of_its_own_and_frames(codebook: Codebook) -> None:
    assert set(codebook["event_types"].filter(pl.col("event_mode").is_null())["event_type"]) == set(EVENT_TYPES)
    assert set(codebook["event_frames"]["event_type"]) == set(EVENT_TYPES)
    assert codebook["event_frames"].height >= 250


def test_frames_use_modes_that_the_types_know(codebook: Codebook) -> None:
    used = codebook["event_frames"].filter(pl.col("event_mode").is_not_null()).select("event_type", "event_mode").unique()
    assert used.join(codebook["event_types"], on=["event_type", "event_mode"], how="anti").is_empty()


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
        ("expel", {"expel", "expels", "expelled", "expelling"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("cut", {"cut", "cuts", "cutting"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("mass", {"mass", "masses", "massed", "massing"}),
    ],
)
def test_verbs_are_inflected(verb: str, forms: set[str]) -> None:
    assert set(verb_forms(verb)) == forms


def test_one_form_may_be_several(codebook: Codebook) -> None:
    assert verb_forms("cut")["cut"] == "bpn"
    assert plural("embassy") == "embassies"
    assert "accused" in lexicon(codebook).triggers
