"""The files of the codebook: their columns, what a cell must obey, what it means. Reading them belongs to `loading`.

Empty cells are null. Cells that hold several values divide them by ';'.
"""

from typing import Any

import polars as pl

from assets import schemas
from assets.codebook.columns import Column, File
from assets.codebook.kinds import ACTOR_NOUNS, CUE_TERMS, EVENT_TERMS, POSITION_TERMS, told


def _id(about: str = "", **options: Any) -> Column:
    return Column(required=True, pattern=r"[a-z0-9]+(-[a-z0-9]+)*", about=about, **options)


COUNTRY = Column(pattern=r"[A-Z]{3}", refers_to="countries.country_code", about="ISO 3166-1 alpha-3")
WORD = Column(required=True, pattern=r"[a-zà-ÿ][a-zà-ÿ.'-]*", about="one word, in lower case, in the form in which it is written")
CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip

FILES: dict[str, File] = {
    file.name: file
    for file in (
        File(
            "countries",
            "every state and the territories that make news; each row is also an actor of type state",
            ("country_code",),
            {
                "country_code": Column(required=True, pattern=r"[A-Z]{3}", about="ISO 3166-1 alpha-3 (XKX for Kosovo)"),
                "alpha2": Column(required=True, pattern=r"[A-Z]{2}", about="ISO 3166-1 alpha-2"),
                "actor_id": _id("id of the state as an actor: russia"),
                "name": Column(required=True, about="short English name: Russia"),
                "aliases": Column(many=True, about="other names and abbreviations, as written: Russian Federation; USSR is not one"),
                "demonyms": Column(many=True, about="adjectives: Russian"),
                "demonym_nouns": Column(many=True, about="its people, plural and singular, where not the adjective: Russians"),
                "capital": Column(about="seat of government, as it is used for the government: Moscow"),
                "wikidata_id": Column(pattern=r"Q[0-9]+"),
            },
        ),
        File(
            "actors",
            "people, bodies, organisations, companies, media and groups (states stand in countries.csv)",
            ("actor_id",),
            {
                "actor_id": _id("readable id: vladimir-putin"),
                "name": Column(required=True, about="name, as an English-language newsroom writes it"),
                "actor_type": Column(required=True, one_of=tuple(t for t in schemas.ACTOR_TYPES if t != "state")),
                "country_code": COUNTRY,
                "sector": Column(pattern=r"[A-Z]{3}", about="PLOVER sector: GOV MIL LEG JUD OPP REB BUS MED NGO IGO CVL …"),
                "wikidata_id": Column(pattern=r"Q[0-9]+"),
                "represents_id": Column(refers_to="actor_id", about="actor it speaks for: a spokesman → the Kremlin → Russia"),
            },
        ),
        File(
            "aliases",
            "what else an actor is called",
            ("alias", "actor_id"),
            {
                "alias": Column(required=True, about="as written, capitals included"),
                "actor_id": _id(refers_to="actor_id"),
                "kind": Column(
                    required=True,
                    one_of=("name", "surname", "abbreviation", "seat", "place", "former", "paraphrase"),
                    about="surname: enough alone in news ('Putin'); seat: a place used for a body ('Downing Street');"
                    " place: a city or region that stands for its state where it is struck or visited;"
                    " paraphrase: a machine's rewording ('White Home'), found with low confidence",
                ),
            },
        ),
        File(
            "epithets",
            "what an actor is called for short once a text has named it; the last word of a name needs no line",
            ("epithet", "actor_id"),
            {
                "epithet": Column(required=True, pattern=r"[a-z][a-z -]*", about="lower case, without the article: bloc, nuclear watchdog"),
                "actor_id": _id(refers_to="actor_id"),
            },
        ),
        File(
            "actor_nouns",
            "common nouns that tell actors, and what kind of actor",
            ("noun", "kind"),
            {
                "noun": Column(required=True, about="as written: lower case as a common noun, capitalised as a part of names"),
                "kind": Column(
                    required=True,
                    one_of=tuple(ACTOR_NOUNS),
                    about=told(ACTOR_NOUNS),
                ),
            },
        ),
        File(
            "given_names",
            'first names, by which a person is told and "he" from "she"',
            ("name",),
            {"name": Column(required=True), "gender": Column(required=True, one_of=("female", "male"))},
        ),
        File(
            "roles",
            "who held which office, when",
            ("actor_id", "role", "organization", "valid_from"),
            {
                "actor_id": _id(refers_to="actor_id"),
                "role": Column(required=True, about="lower case: president, foreign minister, spokesperson, special envoy"),
                "organization": Column(about="body, where not the state itself: Kremlin"),
                "country_code": COUNTRY,
                "valid_from": Column(dtype=pl.Date, rough="first", about="2025-04-03, or 2025-04 or 2025 where no more is known"),
                "valid_to": Column(
                    dtype=pl.Date, rough="last", not_before="valid_from", about="empty: still in office, as far as the codebook knows"
                ),
            },
        ),
        File(
            "role_titles",
            "words for roles, as they are written in text",
            ("title",),
            {
                "title": Column(required=True, about="lower case: president, secretary of state, foreign minister"),
                "role": Column(required=True, about="the role of roles.csv it stands for"),
                "country_code": COUNTRY,
                "is_unique": Column(dtype=pl.Boolean, required=True, about="one holder a country at a time"),
            },
        ),
        File(
            "outlets",
            "web domains of media actors",
            ("domain",),
            {"domain": Column(required=True, pattern=r"[a-z0-9.-]+"), "actor_id": _id(refers_to="actors.actor_id")},
        ),
        File(
            "issues",
            "issues of world diplomacy, a tree",
            ("issue_id",),
            {
                "issue_id": _id(),
                "issue": Column(required=True),
                "parent_issue_id": Column(refers_to="issues.issue_id"),
                "description": Column(required=True, about="one sentence, so worded that one can be for or against it"),
            },
        ),
        File(
            "issue_terms",
            "words that point to an issue",
            ("issue_id", "term", "needs"),
            {
                "issue_id": _id(refers_to="issues.issue_id"),
                "term": Column(required=True, about="as written; lower case matches any case"),
                "needs": Column(many=True, about="the term counts only if one of these stands in the same paragraph or title"),
                "weight": Column(dtype=pl.Float64, required=True, share=True, about="0-1: how surely the term alone means the issue"),
                "polarity": Column(
                    one_of=("for", "against"), about="what naming the term is about: 'lifting sanctions' is against sanctions; default for"
                ),
            },
        ),
        File(
            "cue_verbs",
            "verbs that attribute",
            ("lemma",),
            {
                "lemma": Column(required=True, about="base form; a particle after a space: point out"),
                "forms": Column(many=True, about="irregular forms only: says;said;saying — or empty"),
                "kind": Column(required=True, one_of=("speech", "thought", "state")),
                "frames": Column(
                    required=True,
                    many=True,
                    about="what may follow: quote that clause wh to np ing obj prep:<word> as; noun: an object with a cue noun;"
                    " doc: an object where a document shows it; raising: seems to; modal, refused: an object where an auxiliary makes it"
                    " a position (would accept, will not allow); judged: finds it unacceptable; called: holds S responsible; stirs: whose"
                    " feeling it is, is the object (of be unacceptable: what follows to or for); split: the object may stand before the"
                    " particle (turned the offer down)",
                ),
                "speech_act": Column(required=True, one_of=schemas.SPEECH_ACTS),
                "stance": Column(
                    one_of=("supports", "opposes"), about="stance towards what is named in the content, if the verb alone tells"
                ),
                "is_noun_too": Column(dtype=pl.Boolean, required=True, about="the form is more often a noun (report, claim)"),
            },
        ),
        File(
            "cue_nouns",
            "nouns that attribute: calls for, fears that, a threat to",
            ("noun",),
            {
                "noun": Column(required=True, about="singular and plural, ';' between", many=True),
                "frames": Column(
                    required=True, many=True, about="that to of for prep:<word>; np: a noun phrase it is said to be; own: only somebody's"
                ),
                "speech_act": Column(required=True, one_of=schemas.SPEECH_ACTS),
                "stance": Column(one_of=("supports", "opposes")),
            },
        ),
        File(
            "cue_terms",
            "words around a cue by which an attribution is known",
            ("term", "kind"),
            {"term": WORD, "kind": Column(required=True, one_of=tuple(CUE_TERMS), about=told(CUE_TERMS))},
        ),
        File(
            "position_terms",
            "words in or around a statement that tell its stance, its speech act, its channel or a speaker",
            ("term", "kind"),
            {
                "term": Column(required=True, about="as written; lower case matches any case"),
                "kind": Column(
                    required=True,
                    one_of=tuple(POSITION_TERMS),
                    about=told(POSITION_TERMS),
                ),
                "speech_act": Column(one_of=schemas.SPEECH_ACTS),
            },
        ),
        File(
            "event_types",
            "PLOVER event types and modes",
            ("event_type", "event_mode"),
            {
                "event_type": Column(required=True, one_of=schemas.EVENT_TYPES),
                "event_mode": Column(),
                "quad_class": Column(required=True, one_of=schemas.QUAD_CLASSES),
                "score": Column(dtype=pl.Float64),
                "cameo_code": Column(pattern=r"[0-9]{2,4}"),
                "goldstein": Column(dtype=pl.Float64),
                "description": Column(required=True),
            },
        ),
        File(
            "event_frames",
            "words that report an event, and who does it to whom",
            ("frame_id",),
            {
                "frame_id": _id(),
                "trigger": Column(required=True, about="lemma or phrase; a|b for alternatives"),
                "part_of_speech": Column(required=True, one_of=("verb", "noun", "phrase")),
                "object": Column(
                    many=True, about="words of which one must follow within the clause: 'sanction;embargo'; go before it: '<troops'"
                ),
                "preposition": Column(many=True, about="prepositions that introduce the target: with;on;against"),
                "source_slot": Column(required=True, one_of=("subject", "by", "of", "possessive", "from", "between", "none")),
                "target_slot": Column(
                    required=True, one_of=("object", "preposition", "between", "possessive", "subject", "predicate", "none")
                ),
                "needs": Column(
                    required=True, one_of=("both", "source", "target", "none"), about="actors without which the frame does not fire"
                ),
                "event_type": Column(required=True, one_of=schemas.EVENT_TYPES),
                "event_mode": Column(),
                "context": Column(one_of=CONTEXTS),
                "cameo_code": Column(pattern=r"[0-9]{2,4}"),
                "status": Column(one_of=schemas.EVENT_STATUSES, about="status the words themselves imply; empty: read from the clause"),
                "confidence": Column(
                    dtype=pl.Float64, required=True, share=True, about="0-1, how sure its writer is; the precision of its kind is measured"
                ),
            },
        ),
        File(
            "event_terms",
            "words around the trigger of an event that tell its sides, its mode, its place, or that it is none",
            ("term", "kind"),
            {
                "term": WORD,
                "kind": Column(required=True, one_of=tuple(EVENT_TERMS), about=told(EVENT_TERMS)),
                "event_mode": Column(one_of=("assist", "change", "meet", "yield"), needed_by=("kind", "asked"), about="of what is asked"),
                "event_types": Column(
                    many=True, pattern="|".join(schemas.EVENT_TYPES), needed_by=("kind", "answered", "undone"), about="of deeds named so"
                ),
            },
        ),
        File(
            "boilerplate",
            "lines that are not the article",
            ("pattern",),
            {
                "pattern": Column(required=True, is_regex=True, about="regular expression, matched without regard to case"),
                "kind": Column(
                    required=True,
                    one_of=(
                        "navigation",
                        "share",
                        "consent",
                        "newsletter",
                        "author_bio",
                        "legal",
                        "teaser",
                        "caption",
                        "advertisement",
                        "comments",
                        "metadata",
                        "promotion",
                    ),
                ),
                "reach": Column(
                    required=True,
                    one_of=("line", "block", "rest"),
                    about="line: this line; block: to the next blank line; rest: everything after it",
                ),
            },
        ),
        File(
            "paraphrases",
            "machine rewordings of fixed names: reverse synonyms that betray spun text",
            ("phrase",),
            {
                "phrase": Column(required=True, about="white home"),
                "original": Column(required=True, about="White House"),
                "actor_id": Column(refers_to="actor_id", about="the actor meant, if it is one"),
            },
        ),
        File(
            "spun_words",
            "common words that paraphrasing machines put in the place of commoner ones",
            ("spun",),
            {
                "spun": Column(required=True, many=True, about="what the machine writes, in any case: mentioned"),
                "usual": Column(required=True, many=True, about="what newsrooms write there: said"),
            },
        ),
    )
}
