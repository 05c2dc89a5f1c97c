"""Which reports are of one happening."""

import gc
import random
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.resolve.happening_reports import reports
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
    {"actor_id": "inca-steel", "name": "Inca Steel", "actor_type": "company", "country_code": "PER"},
    {"actor_id": "luz-paz", "name": "Luz Paz", "actor_type": "person", "country_code": "PER", "sector": "GOV"},
    {"actor_id": "leo-cruz", "name": "Leo Cruz", "actor_type": "person", "country_code": "CHL", "sector": "GOV"},
    {"actor_id": "red-front", "name": "Red Front", "actor_type": "group", "country_code": "PER", "sector": "REB"},
    {"actor_id": "peruvian-troops", "name": "Peruvian troops", "actor_type": "group", "country_code": "PER"},
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
                "event_mode": row.get("mode"), "frame_id": row.get("frame"), "rule": row.get("rule"),
                "sentence_start": row.get("sentence"), "status": row.get("status", "occurred"), "time_id": time_id,
                "evidence": row.get("words"), "trigger": row.get("trigger"), "place": row.get("place"), "cameo_code": row.get("cameo"),
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
            "published_from": row.get("published", MAY_4),
            "published_to": row.get("published", MAY_4),
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


def test_a_happening_keeps_its_id_when_a_later_report_of_a_document_before_it_in_order_comes() -> None:
    first = report(1, "b", "consult", "peru", "chile", on=MAY_4, until=MAY_5)
    later = report(2, "a", "consult", "peru", "chile", on=MAY_5)
    (alone,) = happenings(*tables([first]), ACTOR_TABLE)["event_id"]
    assert happenings(*tables([first, later]), ACTOR_TABLE)["event_id"].to_list() == [alone, alone]


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


def test_a_meeting_announced_for_a_day_and_held_is_one_happening() -> None:
    plan = report(1, "a", "agree", "ana-rios", "chile", on=MAY_4, status="planned", cameo="036")
    assert joined([plan, report(2, "b", "consult", "juan-vega", "ana-rios", on=MAY_4)]) == [{"m1", "m2"}]


def test_what_a_text_tells_as_done_is_not_what_it_tells_as_planned() -> None:
    done = report(1, "a", "consult", "ana-rios", "juan-vega", on=MAY_4, place="Lima")
    more = report(2, "a", "agree", "ana-rios", "juan-vega", status="planned", cameo="036", place="Lima")
    assert len(joined([done, more])) == 2


def test_an_announcement_without_a_day_is_of_the_meeting_that_came_where_people_and_place_agree() -> None:
    plan = report(1, "a", "agree", "ana-rios", "juan-vega", status="planned", cameo="036", place="Lima", published=date(2020, 4, 20))
    done = report(2, "b", "consult", "juan-vega", "ana-rios", on=MAY_4, place="Lima")
    assert joined([plan, done]) == [{"m1", "m2"}]
    assert len(joined([plan, {**done, "on": date(2020, 4, 2)}])) == 2  # it had been before
    assert len(joined([{**plan, "place": None, "source": "peru", "target": "chile"}, done])) == 2


def test_two_ministers_that_meet_do_not_meet_as_their_presidents_do() -> None:
    presidents = report(1, "a", "consult", "ana-rios", "juan-vega", on=MAY_4)
    ministers = report(2, "b", "consult", "luz-paz", "leo-cruz", on=MAY_4)
    states = report(3, "c", "consult", "peru", "chile", on=MAY_4)
    assert joined([presidents, ministers]) == [{"m1"}, {"m2"}]
    assert joined([presidents, ministers, states]) == [{"m1"}, {"m2"}, {"m3"}]  # of which of them it tells, nobody knows
    assert joined([presidents, states]) == [{"m1", "m3"}]


def test_guest_and_host_are_told_apart() -> None:
    visit = report(1, "a", "consult", "peru", "chile", on=MAY_4, mode="visit", cameo="042")
    hosted = report(2, "b", "consult", "chile", "peru", on=MAY_4, mode="visit", cameo="043")
    returned = report(3, "c", "consult", "chile", "peru", on=MAY_4, mode="visit", cameo="042")
    assert joined([visit, hosted, returned]) == [{"m1", "m2"}, {"m3"}]


def test_an_arrival_joins_the_visit_to_the_country_that_its_words_name() -> None:
    visit = report(1, "a", "consult", "ana-rios", "chile", on=MAY_4, mode="visit", cameo="042")
    arrival = report(
        2, "b", "consult", "ana-rios", on=MAY_4, mode="visit", cameo="042", words="Ana Rios arrived in Chile", trigger="arrived"
    )
    assert joined([visit, arrival]) == [{"m1", "m2"}]
    assert len(joined([visit, {**arrival, "words": "Ana Rios arrived in Togo", "source": "peru", "mode": None}])) == 2


def test_strikes_on_two_towns_on_one_day_are_two() -> None:
    reports = [
        report(1, "a", "assault", "peru", "chile", on=MAY_4, place="Arica", words="shelled the port", trigger="shelled"),
        report(2, "b", "assault", "peru", "chile", on=MAY_4, place="Iquique", words="shelled a mine", trigger="shelled"),
        report(3, "c", "assault", "peru", "chile", on=MAY_4, place="the Arica harbour", words="shelling of the port", trigger="shelling"),
    ]
    assert joined(reports) == [{"m1", "m3"}, {"m2"}]


def test_a_round_of_talks_is_not_the_next() -> None:
    first = report(1, "a", "consult", "peru", "chile", words="the second round of talks in Lima", place="Lima")
    assert len(joined([first, report(2, "b", "consult", "peru", "chile", words="the third round of talks in Lima", place="Lima")])) == 2
    assert len(joined([first, report(2, "b", "consult", "peru", "chile", words="the second round of talks in Lima", place="Lima")])) == 1


def test_background_told_years_later_joins_the_one_happening_it_can_mean() -> None:
    year = report(1, "a", "consult", "peru", "chile", on=date(2018, 1, 1), until=date(2018, 12, 31), place="Lima")
    june, july = (report(n, "bc"[n - 2], "consult", "peru", "chile", on=date(2018, 4 + n, 9), place="Lima") for n in (2, 3))
    assert joined([year, june]) == [{"m1", "m2"}]
    assert joined([year, june, july]) == [{"m1"}, {"m2"}, {"m3"}]
    assert joined([year, june, {**july, "place": "Quito"}]) == [{"m1", "m2"}, {"m3"}]
    assert len(joined([year, {**june, "on": date(2019, 6, 9)}])) == 2


def test_what_had_been_is_not_the_news_of_the_day() -> None:
    news = report(1, "a", "accuse", "peru", "chile", on=MAY_4)
    then = report(2, "b", "accuse", "peru", "chile", words="which Peru had accused of theft", trigger="accused")
    assert len(joined([news, then])) == 2
    assert len(joined([news, {**then, "words": "which Peru accused of theft"}])) == 1


def test_a_charge_made_every_day_is_made_anew_every_day() -> None:
    reports = [report(n, f"d{n}", "accuse", "peru", "chile", published=date(2020, 5, n), words="theft of fish") for n in range(1, 21)]
    assert len(joined(reports)) >= 5


def test_copies_printed_later_tell_what_the_first_told() -> None:
    copies = [report(n, f"d{n}", "accuse", "peru", "chile", published=date(2020, 5, 3 * n), story="wire") for n in (1, 2, 3)]
    assert joined(copies) == [{"m1", "m2", "m3"}]


def test_sanctions_against_a_firm_are_against_its_country_but_not_against_another_firm() -> None:
    firm = report(1, "a", "sanction", "chile", "inca-steel", on=MAY_4, words="sanctions on steel")
    assert joined([firm, report(2, "b", "sanction", "chile", "peru", on=MAY_4)]) == [{"m1", "m2"}]
    assert len(joined([firm, report(2, "b", "sanction", "chile", "togo", on=MAY_4)])) == 2


def test_an_attack_on_troops_is_one_on_their_country() -> None:
    reports = [report(1, "a", "assault", "chile", "peruvian-troops", on=MAY_4), report(2, "b", "assault", "chile", "peru", on=MAY_4)]
    assert joined(reports) == [{"m1", "m2"}]


def test_what_a_citizen_says_his_state_does_not_say() -> None:
    said = report(1, "a", "accuse", "eva-soto", "togo", on=MAY_4)
    assert len(joined([said, report(2, "b", "accuse", "chile", "togo", on=MAY_4)])) == 2


def test_a_government_and_its_rebels_are_two_parties() -> None:
    news = report(1, "a", "consult", "peru", "red-front", words="talks about amnesty", trigger="talks")
    assert joined([news, report(2, "b", "consult", "red-front", "peru", words="talked about amnesty", published=MAY_5)]) == [{"m1", "m2"}]


def test_who_holds_no_public_power_stands_for_nobody_else() -> None:
    stands_for = represented(ACTOR_TABLE)
    assert stands_for["ana-rios"] == "peru"
    assert stands_for["juan-vega"] == "chile"
    assert stands_for["eva-soto"] == "eva-soto"


def test_no_events_no_happenings() -> None:
    assert joined([]) == []


REPORTS = st.lists(
    st.fixed_dictionaries(
        {
            "document": st.sampled_from("abc"),
            "kind": st.sampled_from(["consult", "agree", "accuse", "coerce"]),
            "source": st.sampled_from(["peru", "ana-rios", "luz-paz", "chile"]),
            "target": st.sampled_from(["chile", "juan-vega", "leo-cruz", "togo", None]),
            "on": st.sampled_from([None, MAY_4, MAY_5]),
            "until": st.sampled_from([MAY_5, date(2020, 5, 31)]),
            "mode": st.sampled_from([None, "visit", "phone"]),
            "status": st.sampled_from(["occurred", "planned", "proposed", "alleged"]),
            "cameo": st.sampled_from(["036", "042", "043", None]),
            "place": st.sampled_from([None, "Lima", "Arica"]),
            "words": st.sampled_from(["talks about fish", "theft of fish", "had met", ""]),
        }
    ),
    min_size=1,
    max_size=12,
)


def test_copies_of_a_text_share_one_report_and_stay_in_their_documents() -> None:
    copies = [report(n, document, "reject", "peru", "chile", story="s", words="theft of fish") for n, document in enumerate("ab")]
    told = reports(*tables([*copies, report(2, "c", "reject", "peru", "chile", words="theft of fish")]), ACTOR_TABLE).read([2, 0, 1])
    assert told[0][1] is told[1][1]
    assert told[2][1] is not told[0][1]
    assert told[2][1].wording is told[0][1].wording
    assert [told[row][0] for row in range(3)] == ["a", "b", "c"]


@pytest.mark.parametrize("was_enabled", [True, False])
def test_joining_leaves_the_garbage_collector_as_it_was(was_enabled: bool) -> None:
    (gc.enable if was_enabled else gc.disable)()
    try:
        joined([report(1, "a", "consult", "peru", "chile", on=MAY_4)])
        assert gc.isenabled() == was_enabled
    finally:
        gc.enable()


@settings(max_examples=80, deadline=None)
@given(REPORTS, st.integers(0, 99), st.booleans())
def test_no_order_of_rows_shows(rows: list[dict[str, Any]], seed: int, one_story: bool) -> None:
    reports = [{**row, "id": f"m{number}", "trigger": "", **({"story": "s"} if one_story else {})} for number, row in enumerate(rows)]
    expected = happenings(*tables(reports), ACTOR_TABLE)
    shuffled = reports[:]
    random.Random(seed).shuffle(shuffled)
    assert happenings(*tables(shuffled, seed), ACTOR_TABLE).equals(expected)


@settings(max_examples=40, deadline=None)
@given(REPORTS, st.integers(1, 11))
def test_documents_of_other_countries_change_nothing(rows: list[dict[str, Any]], count: int) -> None:
    reports = [{**row, "id": f"m{number}", "trigger": ""} for number, row in enumerate(rows)]
    others = [report(900 + n, f"z{n}", "consult", "mali", "guinea", on=MAY_4) for n in range(count)]
    assert [group for group in joined([*reports, *others]) if not {"m900"} & group] == joined(reports)


@pytest.mark.parametrize("status", ["alleged", "denied", "negated", "hypothetical"])
def test_what_is_only_said_to_have_happened_is_kept_apart(status: str) -> None:
    done = report(1, "a", "assault", "peru", "chile", on=MAY_4)
    assert len(joined([done, report(2, "b", "assault", "peru", "chile", on=MAY_4, status=status)])) == 2
