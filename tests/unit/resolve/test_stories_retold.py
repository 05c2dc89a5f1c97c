"""A machine's paraphrase belongs to the story of the document it was made from."""

from random import Random
from typing import Any

from assets.clean.signatures import fact_signature
from assets.resolve.stories import stories
from assets.schemas import DOCUMENTS

NAMES = [f"{head}{tail}" for head in ("Nor", "Sud", "Var", "Kel", "Ost", "Mar", "Bel") for tail in ("lind", "mark", "onia", "ov", "ist")]
CAST = Random(1).sample(NAMES, 14)


def facts(seed: int, count: int = 14) -> list[list[str]]:
    """Two names and a number of one cast for each paragraph."""
    chance = Random(seed)
    return [[*chance.sample(CAST, 2), str(chance.randrange(2, 90))] for _ in range(count)]


def written(told: list[list[str]], words: str) -> str:
    """Paragraphs about the facts, in words that no other text has."""
    return "\n\n".join(
        f"The {words}{number} of {one} met {words}er {other} about {words}s for {amount} {words}ly {words}ed days."
        for number, (one, other, amount) in enumerate(told)
    )


def document(name: str, body: str, origin: str = "verbatim") -> dict[str, Any]:
    return {
        "document_id": name, "word_count": len(body.split()), "text_origin": origin,
        "signature": [], "quote_signature": [], "fact_signature": fact_signature(body),
    }  # fmt: skip


def story_of(*rows: dict[str, Any]) -> dict[str, str]:
    return dict(stories(DOCUMENTS.frame(list(rows))).select("document_id", "story_id").iter_rows())


ORIGINAL = document("original", written(facts(1), "talk"))
OTHERS = [document(f"other {seed}", written(facts(seed), "accord")) for seed in range(2, 8)]


def test_it_joins_its_original() -> None:
    spun = document("spun", written(facts(1), "chat"), "machine_paraphrased")
    assert story_of(ORIGINAL, *OTHERS, spun)["spun"] == "original"


def test_it_may_drop_join_and_divide_paragraphs() -> None:
    told = facts(1)
    del told[6], told[2]
    body = written(told, "chat").replace("\n\n", " ", 3).replace(" about ", ".\n\nIt was about ", 2)
    assert story_of(ORIGINAL, *OTHERS, document("spun", body, "machine_paraphrased"))["spun"] == "original"


def test_it_joins_its_original_without_any_paragraphs() -> None:
    spun = document("spun", written(facts(1), "chat").replace("\n\n", " "), "machine_paraphrased")
    assert story_of(ORIGINAL, spun)["spun"] == "original"


def test_without_its_original_it_stands_alone_whoever_else_writes_about_the_same_people() -> None:
    spun = document("spun", written(facts(1), "chat"), "machine_paraphrased")
    assert story_of(*OTHERS, spun)["spun"] == "spun"


def test_the_same_facts_in_another_order_are_another_newsrooms_report() -> None:
    told = facts(1)
    Random(3).shuffle(told)
    spun = document("spun", written(told, "chat"), "machine_paraphrased")
    assert story_of(ORIGINAL, *OTHERS, spun)["spun"] == "spun"


def test_of_two_reports_alike_neither_is_the_original() -> None:
    twin = document("twin", written(facts(1), "speech"))
    spun = document("spun", written(facts(1), "chat"), "machine_paraphrased")
    assert story_of(ORIGINAL, twin, *OTHERS, spun)["spun"] == "spun"


def test_what_people_wrote_is_not_joined_by_names_and_numbers() -> None:
    assert len(set(story_of(ORIGINAL, document("report", written(facts(1), "chat"))).values())) == 2


def test_a_few_names_prove_nothing() -> None:
    brief = document("brief", written(facts(1)[:2], "chat"), "machine_paraphrased")
    assert story_of(ORIGINAL, *OTHERS, brief)["brief"] == "brief"
