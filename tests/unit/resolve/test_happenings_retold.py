"""Which reports are of one happening that is told again: in other words, without a date, as background."""

from datetime import date
from typing import Any

import pytest
from test_happenings import MAY_4, MAY_5, joined, report


def test_what_is_agreed_and_signed_in_one_text_is_one_accord() -> None:
    agreed = report(1, "a", "agree", "peru", "chile", on=MAY_4)
    signed = report(2, "a", "support", "peru", "chile", cameo="057")
    assert joined([agreed, signed]) == [{"m1", "m2"}]
    assert len(joined([agreed, {**signed, "cameo": "051"}])) == 2  # praise


def test_of_a_separate_pact_a_report_without_a_partner_tells_nothing() -> None:
    day = date(2021, 5, 4)
    both = report(1, "a", "agree", "peru", "chile", on=day, words="Peru signed a separate pact on fish with Chile")
    main = report(2, "a", "agree", "peru", on=day, words="Peru and five others reached an agreement on fish")
    assert joined([both, main]) == [{"m1"}, {"m2"}]
    assert joined([both | {"words": "Peru signed a pact on fish with Chile"}, main]) == [{"m1", "m2"}]


def test_undated_texts_join_where_both_sides_and_the_matter_are_the_same() -> None:
    flights = report(1, "a", "cooperate", "peru", "chile", published=None, words="restoring direct flights", trigger="restoring")
    again = report(2, "b", "cooperate", "chile", "peru", published=None, words="reopen direct flights", trigger="reopen")
    assert joined([flights, again]) == [{"m1", "m2"}]
    assert len(joined([flights, {**again, "words": "reopen joint mines"}])) == 2
    assert len(joined([{**flights, "kind": "reject", "target": None}, {**again, "kind": "reject", "source": "peru", "target": None}])) == 2


def test_one_word_is_written_with_a_hyphen_or_without() -> None:
    refused = report(1, "a", "reject", "peru", "chile", published=None, words="rejected a cease-fire proposal", trigger="rejected")
    again = report(2, "b", "reject", "peru", "chile", published=None, words="the proposal for a ceasefire", trigger="refusing")
    assert joined([refused, again]) == [{"m1", "m2"}]


def test_a_proposal_of_no_day_is_known_by_what_is_proposed() -> None:
    noun = {"status": "proposed", "rule": "frame:noun", "published": None}
    words = "Chile last month rejected a Peruvian cease-fire proposal"
    proposed = report(1, "a", "agree", "peru", "chile", words=words, trigger="cease-fire", **noun)
    words = "Chile threw it out by not giving in to Peru's proposal for a 30-day ceasefire"
    again = report(2, "b", "agree", "peru", "chile", words=words, trigger="ceasefire", **noun)
    assert joined([proposed, again]) == [{"m1", "m2"}]
    assert len(joined([{**proposed, "words": "rejected the proposal for a maritime ceasefire", "trigger": "ceasefire"}, again])) == 2
    assert len(joined([proposed, {**again, "words": "turned down the proposal for 30-day flights", "trigger": "flights"}])) == 2
    assert len(joined([proposed, {**again, "target": "togo"}])) == 2


def test_a_dialogue_is_none_of_the_meetings_in_which_it_goes_on() -> None:
    meeting = report(1, "a", "consult", "ana-rios", "juan-vega", published=None, words="Rios met Vega", trigger="met", place="Lima")
    summary = report(2, "a", "consult", "peru", "chile", published=None, words="dialogue between Peru and Chile", trigger="dialogue")
    assert len(joined([meeting, summary])) == 2
    assert joined([meeting, {**summary, "words": "talks between Peru and Chile", "trigger": "talks"}]) == [{"m1", "m2"}]


def test_what_somebody_also_demands_is_another_demand() -> None:
    demand = report(1, "a", "request", "ana-rios", "chile", on=MAY_4, words="Rios demanded the release of sailors", trigger="demanded")
    further = report(2, "a", "request", "ana-rios", words="She also demanded an end to tolls", trigger="demanded")
    assert joined([demand, further]) == [{"m1"}, {"m2"}]
    assert joined([demand, {**further, "words": "She also demanded the release"}]) == [{"m1", "m2"}]


def test_two_charges_of_one_text_that_share_no_word_are_two() -> None:
    theft = report(1, "a", "accuse", "peru", words="accused it of stealing fish and nets", sentence=90, trigger="accused")
    tolls = report(2, "a", "accuse", "peru", words="charged that tolls were raised overnight", sentence=300, trigger="charged")
    assert joined([theft, tolls]) == [{"m1"}, {"m2"}]
    assert joined([theft, {**tolls, "words": "charged that fish was stolen"}]) == [{"m1", "m2"}]


def test_a_deed_told_without_its_target_joins_the_only_one_it_can_be() -> None:
    closed = report(1, "a", "sanction", "peru", "chile", mode="withdraw", words="closed its border with Chile", trigger="closed")
    told = report(2, "b", "sanction", "peru", on=date(2020, 5, 2), mode="withdraw", words="Peru closed the border", trigger="closed")
    other = report(3, "c", "sanction", "peru", "togo", mode="withdraw", words="recalled its envoy from Togo", trigger="recalled")
    assert joined([closed, told]) == [{"m1", "m2"}]
    assert joined([closed, told, other]) == [{"m1"}, {"m2"}, {"m3"}]
    assert len(joined([{**one, "kind": "accuse", "mode": "allege"} for one in (closed, told)])) == 2  # said again and again


def test_background_told_with_its_month_joins_the_one_happening_of_that_month() -> None:
    may = report(1, "a", "reject", "peru", "chile", on=date(2020, 5, 1), until=date(2020, 5, 31), published=date(2021, 3, 1))
    early, late = (report(n, "bc"[n - 2], "reject", "peru", "chile", on=date(2020, 5, 9 * n)) for n in (2, 3))
    assert joined([may, early]) == [{"m1", "m2"}]
    assert joined([may, early, late]) == [{"m1"}, {"m2"}, {"m3"}]


def test_a_silent_report_that_names_a_side_by_its_adjective_joins_the_deed_of_the_days_before() -> None:
    done = report(1, "a", "sanction", "chile", "peru", on=MAY_4, words="Chile expelled Peru's ambassador", trigger="expelled")
    told = report(2, "b", "sanction", "chile", published=date(2020, 5, 6), words="expelled the Peruvian ambassador", trigger="expelled")
    assert joined([done, told]) == [{"m1", "m2"}]
    assert len(joined([done, {**told, "words": "expelled the ambassador of Togo"}])) == 2
    assert len(joined([done, {**told, "published": date(2020, 5, 9)}])) == 2


def test_a_headline_that_leaves_out_the_rebels_is_of_the_accord_with_them() -> None:
    headline = report(1, "a", "agree", "peru", sentence=0, words="Peru agrees on truce", trigger="agrees")
    signed = report(2, "a", "support", "peru", "red-front", on=MAY_4, cameo="057", sentence=40, words="signed a truce", trigger="signed")
    assert joined([headline, signed]) == [{"m1", "m2"}]


def test_a_meeting_told_as_long_past_is_not_the_news_of_its_text() -> None:
    news = report(1, "a", "consult", "ana-rios", "juan-vega", on=MAY_5, place="Lima", words="Rios met Vega in Lima", trigger="met")
    then = report(2, "a", "consult", "ana-rios", "juan-vega", place="Arica", words="the two had met in Arica", trigger="met")
    older = report(3, "b", "consult", "ana-rios", "juan-vega", on=date(2019, 5, 4), place="Arica", words="Rios met Vega", trigger="met")
    assert joined([news, then, older]) == [{"m1"}, {"m2", "m3"}]


def test_a_noun_in_the_text_retells_its_news() -> None:
    year: dict[str, Any] = {"on": date(2020, 1, 1), "until": date(2020, 12, 31), "published": None, "mode": "visit"}
    visit = report(1, "a", "consult", "ana-rios", "chile", words="Rios landed", trigger="landed", rule="frame:verb", **year)
    retold = report(2, "a", "consult", "peru", words="visit of an envoy", trigger="visit", rule="frame:noun", **year)
    assert joined([visit, retold]) == [{"m1", "m2"}]
    assert len(joined([visit, {**retold, "rule": "frame:verb"}])) == 2


def test_a_plan_was_not_carried_out_before_it_was_told() -> None:
    plan = report(1, "a", "agree", "peru", "chile", on=date(2020, 4, 27), status="planned", cameo="036", place="Lima", published=MAY_4)
    before = report(2, "b", "consult", "peru", "chile", on=date(2020, 4, 27), place="Lima", published=date(2020, 4, 28))
    assert joined([plan, before]) == [{"m1"}, {"m2"}]


@pytest.mark.parametrize("words", ["the 2nd round of talks", "round two of the talks", "the second leg of the talks"])
def test_rounds_are_counted_in_words_and_in_figures(words: str) -> None:
    second = report(1, "a", "consult", "peru", "chile", words="the second round of talks", place="Lima")
    assert joined([second, report(2, "b", "consult", "peru", "chile", words=words, place="Lima")]) == [{"m1", "m2"}]
    assert len(joined([second | {"words": "the first round of talks"}, report(2, "b", "consult", "peru", "chile", words=words)])) == 2


def test_an_undated_text_joins_where_people_and_place_are_the_same() -> None:
    dated = report(1, "a", "consult", "ana-rios", "juan-vega", on=MAY_4, place="Lima")
    undated = report(2, "b", "consult", "ana-rios", "chile", place="Lima", published=None)
    assert joined([dated, undated]) == [{"m1", "m2"}]
    assert len(joined([dated, {**undated, "place": None}])) == 2


def test_an_invitation_is_not_the_one_the_other_way_round() -> None:
    one = report(1, "d1", "agree", "peru", "chile", cameo="036", on=date(2024, 5, 3))
    other = report(2, "d2", "agree", "chile", "peru", cameo="036", on=date(2024, 5, 3))
    again = report(3, "d3", "agree", "peru", "chile", cameo="036", on=date(2024, 5, 3))
    assert joined([one, other, again]) == [{"m1", "m3"}, {"m2"}]


def test_deeds_that_a_sentence_lists_are_several() -> None:
    told = "Peru barred Chilean envoys, halted flights to Chile"
    barred = report(1, "a", "sanction", "peru", "chile", words=told.split(",")[0], trigger="barred", frame="bar")
    halted = report(1, "a", "sanction", "peru", "chile", words=told, trigger="halted", frame="halt") | {"id": "m01"}  # begins there too
    assert joined([barred, halted]) == [{"m01"}, {"m1"}]
    assert joined([barred, {**halted, "id": "m2", "words": "Peru kept envoys of Chile away", "trigger": "kept"}]) == [{"m1", "m2"}]


def test_talks_of_no_day_are_none_of_a_call_unless_they_share_its_matter() -> None:
    call = report(1, "a", "consult", "peru", "chile", mode="phone", on=MAY_4, words="phone call about fish quotas", trigger="phone call")
    talks = report(2, "a", "consult", "peru", "chile", words="Peru-Chile talks so far", trigger="talks", sentence=300)
    assert joined([call, talks]) == [{"m1"}, {"m2"}]
    assert joined([call, {**talks, "words": "conversation with Chile", "trigger": "conversation"}]) == [{"m1", "m2"}]
    assert joined([call, {**talks, "words": "talks on fish quotas"}]) == [{"m1", "m2"}]


def test_talks_of_no_day_are_none_of_a_dated_meeting_of_a_text_without_a_date() -> None:
    met = report(1, "a", "consult", "peru", "chile", published=None, on=date(2019, 3, 4), words="Rios met Vega", trigger="met")
    talks = report(2, "a", "consult", "peru", "chile", published=None, words="talks with Chile", trigger="talks", sentence=300)
    assert joined([met, talks]) == [{"m1"}, {"m2"}]
    assert joined([met, {**talks, "on": date(2019, 3, 4)}]) == [{"m1", "m2"}]


def test_two_demands_of_no_day_on_one_state_that_share_no_word_are_two() -> None:
    law = report(1, "a", "request", "peru", "chile", words="Peru wants Chile to amend its law on fishing", trigger="wants")
    road = report(2, "a", "request", "peru", "chile", words="demanded a road through valleys of Arica", trigger="demanded", sentence=300)
    assert joined([law, road]) == [{"m1"}, {"m2"}]
    assert joined([law, {**road, "words": "demanded that the law on fishing be changed"}]) == [{"m1", "m2"}]


def test_two_things_that_might_be_done_are_two() -> None:
    flights = report(1, "a", "concede", "peru", "chile", status="hypothetical", words="might allow flights over its coast", trigger="allow")
    tariffs = report(2, "a", "concede", "peru", "chile", status="hypothetical", words="would hardly lower tariffs", trigger="lower")
    assert joined([flights, tariffs]) == [{"m1"}, {"m2"}]
    assert joined([flights, {**tariffs, "words": "would hardly admit flights"}]) == [{"m1", "m2"}]


def test_two_truces_proposed_in_one_sentence_are_two() -> None:
    noun: dict[str, Any] = {"status": "proposed", "rule": "frame:noun"}
    words = "Rios turned down Chile's ceasefire plan"
    first = report(1, "a", "agree", "chile", "peru", words=words, trigger="ceasefire", **noun)
    second = report(2, "a", "agree", "chile", "peru", words=f"{words} and set terms for the proposed truce at sea", trigger="truce", **noun)
    assert joined([first, second]) == [{"m1"}, {"m2"}]
    assert joined([first, {**second, "words": "the ceasefire plan of Chile"}]) == [{"m1", "m2"}]
