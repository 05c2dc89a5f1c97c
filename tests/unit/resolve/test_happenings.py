"""Which reports are of one happening."""

import random
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.resolve.happening_sides import represented
from assets.resolve.happenings import happenings
from assets.schemas import ACTORS, BOUND_TIMES, DOCUMENT_DATES, EVENT_ARGUMENTS, EVENT_MENTIONS, HAPPENINGS, MENTION_ACTORS, STORIES

ACTOR_ROWS = [
    {"actor_id": "peru", "name": "Peru", "actor_type": "state", "country_code": "PER", "sector": "GOV"},
    {"actor_id": "chile", "name": "Chile", "actor_type": "state", "country_code": "CHL", "sector": "GOV"},
    {"actor_id": "togo", "name": "Togo", "actor_type": "state", "country_code": "TGO", "sector": "GOV"},
    {"actor_id": "ana-rios", "name": "Ana Rios", "actor_type": "person", "country_code": "PER", "sector": "GOV"},
    {"actor_id": "juan-vega", "name": "Juan Vega", "actor_type": "person", "country_code": "CHL", "represents_id": "chile"},
    {"actor_id": "eva-soto", "name": "Eva Soto", "actor_type": "person", "country_code": "CHL", "sector": "CVL"},
]
ACTOR_TABLE = ACTORS.frame([{"is_discovered": False, **row} for row in ACTOR_ROWS])


def report(number: int, document: str, kind: str, source: str, target: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": f"m{number}", "document": document, "kind": kind, "source": source, "target": target, **more}


def joined(reports: list[dict[str, Any]], seed: int | None = None) -> list[set[str]]:
    """Sets of reports that got one event id."""
    found = happenings(*tables(reports, seed), ACTOR_TABLE)
    assert found.schema == HAPPENINGS.polars
    assert set(found["mention_id"]) == {row["id"] for row in reports}
    groups = found.group_by("event_id").agg("mention_id")
    return sorted((set(group) for group in groups["mention_id"]), key=sorted)


def tables(reports: list[dict[str, Any]], seed: int | None = None) -> list[pl.DataFrame]:
    mentions, arguments, identities, times = [], [], [], []
    for row in reports:
        time_id = f"t{row['id']}" if row.get("on") else None
        mentions.append(
            {
                "mention_id": row["id"], "document_id": row["document"], "evidence_start": int(row["id"][1:]), "event_type": row["kind"],
                "event_mode": row.get("mode"), "frame_id": row.get("frame"),
                "sentence_start": row.get("sentence"), "status": row.get("status", "occurred"), "time_id": time_id,
            }
        )  # fmt: skip
        if time_id:
            times.append(
                {"time_id": time_id, "document_id": row["document"], "occurred_from": row["on"], "occurred_to": row.get("until", row["on"])}
            )
        for part in ("source", "target"):
            if row[part]:
                actor_mention = f"a{row['id']}{part}"
                arguments.append(
                    {
                        "mention_id": row["id"], "document_id": row["document"], "participation": part, "position": 0,
                        "actor_mention_id": actor_mention,
                    }
                )  # fmt: skip
                identities.append({"mention_id": actor_mention, "document_id": row["document"], "actor_id": row[part]})
    documents = {row["document"]: row for row in reports}
    dates = [
        {
            "document_id": key,
            "published_from": row.get("published", date(2020, 5, 4)),
            "published_to": row.get("published", date(2020, 5, 4)),
        }
        for key, row in documents.items()
    ]
    told = [{"document_id": key, "story_id": row.get("story", key), "is_story_primary": False} for key, row in documents.items()]
    frames = [
        EVENT_MENTIONS.frame(mentions), EVENT_ARGUMENTS.frame(arguments), MENTION_ACTORS.frame(identities), BOUND_TIMES.frame(times),
        DOCUMENT_DATES.frame(dates), STORIES.frame(told),
    ]  # fmt: skip
    return frames if seed is None else [frame.sample(fraction=1.0, shuffle=True, seed=seed) for frame in frames]


MAY_4, MAY_5 = date(2020, 5, 4), date(2020, 5, 5)


def test_two_outlets_reporting_one_meeting_report_one_happening() -> None:
    assert joined([report(1, "a", "consult", "peru", "chile", on=MAY_4), report(2, "b", "consult", "chile", "peru", on=MAY_4)]) == [
        {"m1", "m2"}
    ]


def test_two_presidents_talk_is_their_states_talk() -> None:
    reports = [report(1, "a", "consult", "ana-rios", "juan-vega", on=MAY_4), report(2, "b", "consult", "peru", "chile", on=MAY_4)]
    assert joined(reports) == [{"m1", "m2"}]


def test_who_accuses_whom_is_not_turned_round() -> None:
    assert len(joined([report(1, "a", "accuse", "peru", "chile", on=MAY_4), report(2, "b", "accuse", "chile", "peru", on=MAY_4)])) == 2


def test_a_person_arrested_is_not_the_state_arrested() -> None:
    assert len(joined([report(1, "a", "coerce", "peru", "juan-vega", on=MAY_4), report(2, "b", "coerce", "peru", "chile", on=MAY_4)])) == 2


def test_another_day_is_another_happening() -> None:
    assert len(joined([report(1, "a", "consult", "peru", "chile", on=MAY_4), report(2, "b", "consult", "peru", "chile", on=MAY_5)])) == 2


def test_another_mode_is_another_happening() -> None:
    reports = [
        report(1, "a", "consult", "peru", "chile", on=MAY_4, mode="phone"),
        report(2, "b", "consult", "peru", "chile", on=MAY_4, mode="visit"),
    ]
    assert len(joined(reports)) == 2


def test_a_plan_is_not_its_fulfilment_unless_the_day_is_the_same() -> None:
    done = report(1, "a", "consult", "peru", "chile", on=MAY_4)
    assert len(joined([done, report(2, "b", "consult", "peru", "chile", status="planned")])) == 2
    assert joined([done, report(2, "b", "consult", "peru", "chile", status="planned", on=MAY_4)]) == [{"m1", "m2"}]


def test_a_report_without_a_date_is_of_its_documents_day_or_the_day_before() -> None:
    done = report(1, "a", "reject", "peru", "chile", on=MAY_4)
    assert joined([done, report(2, "b", "reject", "peru", "chile", published=MAY_5)]) == [{"m1", "m2"}]
    assert len(joined([done, report(2, "b", "reject", "peru", "chile", published=date(2020, 6, 1))])) == 2


def test_a_report_that_leaves_a_side_out_joins_within_its_document_only() -> None:
    done = report(1, "a", "reject", "peru", "chile", on=MAY_4)
    assert joined([done, report(2, "a", "reject", "peru")]) == [{"m1", "m2"}]
    assert len(joined([done, report(2, "b", "reject", "peru")])) == 2


def test_a_report_that_could_be_two_happenings_stays_apart() -> None:
    reports = [
        report(1, "a", "reject", "peru", "chile", on=MAY_4),
        report(2, "a", "reject", "peru", "togo", on=MAY_4),
        report(3, "a", "reject", "peru"),
    ]
    assert len(joined(reports)) == 3


def test_a_headline_tells_what_its_text_tells_in_other_words() -> None:
    headline = report(1, "a", "sanction", "peru", frame="quit", sentence=0)
    assert joined([headline, report(2, "a", "sanction", "peru", frame="withdraw", sentence=90)]) == [{"m1", "m2"}]
    assert joined([headline, report(2, "a", "sanction", "chile", frame="withdraw", sentence=90)]) == [{"m1"}, {"m2"}]
    assert joined([headline, report(2, "b", "sanction", "peru", frame="withdraw", sentence=90)]) == [{"m1"}, {"m2"}]


def test_who_holds_no_public_power_stands_for_nobody_else() -> None:
    stands_for = represented(ACTOR_TABLE)
    assert stands_for["ana-rios"] == "peru"
    assert stands_for["juan-vega"] == "chile"
    assert stands_for["eva-soto"] == "eva-soto"


def test_no_events_no_happenings() -> None:
    assert joined([]) == []


REPORTS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["consult", "accuse", "coerce"]),
        st.sampled_from(["peru", "ana-rios", "chile"]),
        st.sampled_from(["chile", "juan-vega", "togo", None]),
        st.sampled_from([None, MAY_4, MAY_5]),
        st.sampled_from([None, "visit", "phone"]),
        st.sampled_from(["occurred", "planned", "alleged"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(REPORTS, st.integers(0, 99), st.booleans())
def test_no_order_of_rows_shows(rows: list[tuple[Any, ...]], seed: int, one_story: bool) -> None:
    reports = [
        report(number, document, kind, source, target, on=on, mode=mode, status=status, **({"story": "s"} if one_story else {}))
        for number, (document, kind, source, target, on, mode, status) in enumerate(rows)
    ]
    expected = happenings(*tables(reports), ACTOR_TABLE)
    shuffled = reports[:]
    random.Random(seed).shuffle(shuffled)
    assert happenings(*tables(shuffled, seed), ACTOR_TABLE).equals(expected)


@pytest.mark.parametrize("status", ["alleged", "denied", "negated", "hypothetical"])
def test_what_is_only_said_to_have_happened_is_kept_apart(status: str) -> None:
    done = report(1, "a", "assault", "peru", "chile", on=MAY_4)
    assert len(joined([done, report(2, "b", "assault", "peru", "chile", on=MAY_4, status=status)])) == 2
