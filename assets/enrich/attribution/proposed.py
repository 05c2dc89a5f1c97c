"""Attributions that an extractor proposed, as the rules would have found them: on tokens, with cue, negation and parents."""

from collections.abc import Iterable, Mapping, Sequence

from assets.enrich.attribution.cue_lexicon import Cue
from assets.enrich.attribution.cue_sites import Scene
from assets.enrich.attribution.found import Found, Range
from assets.enrich.extractors.checking import Located
from assets.enrich.words.closed_class import is_negation
from assets.enrich.words.passages import Passage

NEGATION_REACH = 3  # tokens before the cue: "did not quite say"


def proposed(
    scene: Scene, passages: Sequence[Passage], paragraphs: Mapping[int, tuple[int, int]], found: Iterable[Located], rule: str
) -> list[tuple[Passage, Found]]:
    """Checked proposals with the passage their cue stands in, in the order of the text.

    Parameters
    ----------
    paragraphs
        First and last character of each paragraph in the body, by number.
    rule
        Name of the extractor.

    A proposal that holds no whole token, or stands in no passage, is left out: marks and spaces attribute nothing.
    """
    out: list[tuple[Passage, Found]] = []
    for one in found:
        offset = paragraphs[one.paragraph][0]
        cue, *content = (_tokens(scene, offset, part) for part in (one.cue, *one.content))
        source = _tokens(scene, offset, one.source) if one.source else None
        if any(last <= first for first, last in [cue, *content, *([source] if source else [])]):
            continue
        passage = next((passage for passage in passages if passage.first <= cue[0] < passage.last), None)
        if passage:
            out.append((passage, Found(rule, _cue(scene, cue), cue, content, source, is_negated=_is_negated(scene, cue))))
    out.sort(key=lambda pair: (pair[1].first, -pair[1].last))
    _set_parents([one for _, one in out])
    return out


def _tokens(scene: Scene, offset: int, place: Range) -> Range:
    return scene.tokens.span(offset + place[0], offset + place[1])


def _cue(scene: Scene, place: Range) -> Cue | None:
    """The codebook's cue among the words, where it knows one."""
    for k in range(*place):
        word = scene.tokens.low[k]
        forms = [*scene.lexicon.verbs.get(word, ()), *scene.lexicon.adjectives.get(word, ())]
        for form in forms:
            if tuple(scene.tokens.low[k + 1 : k + 1 + len(form.rest)]) == form.rest:
                return form.cue
        if word in scene.lexicon.nouns:
            return scene.lexicon.nouns[word]
    return None


def _is_negated(scene: Scene, cue: Range) -> bool:
    first = max(0, cue[0] - NEGATION_REACH)
    return any(is_negation(word) for word in scene.tokens.low[first : cue[1]])


def _set_parents(found: list[Found]) -> None:
    """An attribution inside the content of another is nested in it; of several the innermost is the parent."""
    for one in found:
        holders = [
            (last - first, position, other)
            for position, other in enumerate(found)
            if other is not one
            for first, last in other.content
            if first <= one.first and one.last <= last
        ]
        if holders:
            one.parent = min(holders, key=lambda holder: holder[:2])[2]
