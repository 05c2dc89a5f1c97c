"""Which extractor reads attributions: the rules, unless the settings ask for another."""

from assets.codebook import Codebook
from assets.enrich.extractors.protocol import Extractor
from orchestration.settings import Settings

CACHE = "extractions"  # below the home: answers of a language model, by what was asked


class ExtractorError(RuntimeError):
    """The extractor the settings ask for cannot be had; the message says what to do."""


def extractor(settings: Settings) -> Extractor | None:
    """The extractor of the settings; null for the rules.

    Raises
    ------
    ExtractorError
        When a package, a pipeline or a setting is missing.
    """
    if settings.extractor == "spacy":
        return _parsed(settings)
    if settings.extractor == "llm":
        return _language_model(settings)
    return None


def extractor_version(settings: Settings) -> str:
    """What the code version of the tables has to tell of the extractor: nothing for the rules, whose code is counted anyway."""
    chosen = {"spacy": settings.spacy_pipeline, "llm": f"{settings.llm_url} {settings.llm_model}"}
    return f"{settings.extractor} {chosen[settings.extractor]}" if settings.extractor in chosen else ""


def _language_model(settings: Settings) -> Extractor:
    if not settings.llm_url or not settings.llm_model:
        raise ExtractorError("the extractor 'llm' needs DEMARCHE_LLM_URL (up to /v1) and DEMARCHE_LLM_MODEL")
    from assets.enrich.extractors.language_model import LanguageModel, Limits

    limits = Limits(settings.llm_requests_per_minute, settings.llm_token_budget, timeout=settings.llm_timeout)
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    return LanguageModel(settings.llm_url, settings.llm_model, settings.home / CACHE, key, limits)


def _parsed(settings: Settings) -> Extractor:
    name = settings.spacy_pipeline
    try:
        import spacy
    except ImportError:
        raise ExtractorError("the extractor 'spacy' needs its extra: pip install 'demarche[spacy]'") from None
    try:
        pipeline = spacy.load(name, exclude=["ner", "textcat"])
    except OSError:
        raise ExtractorError(f"spaCy has no pipeline {name!r}: python -m spacy download {name}") from None
    from assets.enrich.attribution.cue_lexicon import cue_lexicon
    from assets.enrich.extractors.parsed import Parsed

    meta = pipeline.meta
    return Parsed(pipeline, cue_lexicon(Codebook.load(settings.codebook)), f"{meta.get('name')} {meta.get('version')}")
