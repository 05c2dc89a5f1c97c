"""The reliability of events is judged against marked events: type and every side that is named."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from assets.codebook import Codebook
from benchmarks.event_reliability import by_group, judged

TEXT = "Norway met Peru in Oslo on Friday."


def lines(path: Path, *events: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps({"id": str(n), "text": TEXT, "events": [event]}) + "\n" for n, event in enumerate(events)))
    return path


@pytest.mark.parametrize(
    ("event", "is_right"),
    [
        ({"event_type": "consult", "source": ["Norway"], "target": ["Peru"]}, True),
        ({"event_type": "agree|consult", "source": ["Norway", "Peru"], "target": []}, True),
        ({"event_type": "consult", "source_code": "NORGOV", "target_code": "PER"}, True),
        ({"event_type": "consult", "source_code": "NORGOV", "target_code": "CHL"}, False),
        ({"event_type": "consult", "source": ["Norway"], "target": ["Chile"]}, False),
        ({"event_type": "accuse", "source": ["Norway"], "target": ["Peru"]}, False),
    ],
)
def test_right_is_a_mention_whose_type_and_sides_a_person_marked(
    event: Mapping[str, object], is_right: bool, tmp_path: Path, codebook: Codebook
) -> None:
    assert judged(lines(tmp_path / "marked.jsonl", event), codebook)["is_right"].to_list() == [is_right]


def test_groups_tell_what_confidence_is_made_of(tmp_path: Path, codebook: Codebook) -> None:
    right, wrong = ({"event_type": kind, "source": ["Norway"], "target": ["Peru"]} for kind in ("consult", "accuse"))
    groups = by_group(judged(lines(tmp_path / "marked.jsonl", right, wrong), codebook))
    assert groups.select("rule", "sides", "is_done", "rows", "right").rows() == [("frame:verb", "both", True, 2, 0.5)]
