"""Which pairs of documents are copies of each other, by their words. Stories are made of such pairs in `stories`.

Candidates come from `candidate_pairs`. Each is judged by what `assets.clean.signatures` left of its documents, as
`shared_words` counts it:

* containment: the share of the shorter text's wording that stands in the longer one, quotations aside;
* agreement: where the form of words is the same, how often its names and numbers are the same, too. A weekly report of one
  institution repeats its form and fills it anew; a copy does not;
* lead: the share of the first quarter of either text that stands in the other. Copies keep it or most of the rest; the next
  day's report carries over background only.

Shared quotations help where shared wording is scarce. Alone they prove nothing: whoever was at the press conference has them.
"""

import polars as pl

from assets.resolve.candidate_pairs import MIN_SHARED, candidates
from assets.resolve.shared_words import LEAD, counted

PAIRS_AT_ONCE = 20_000

# Set on `benchmarks.duplicates`, seed 1: forms filled anew agree in at most .7, copies in .85 and more.
MIN_AGREEMENT = 0.82
# So many factual shingles in common say something about agreement; with fewer, more of the wording must be the same.
MIN_FACTUAL, UNFILLED_CONTAINMENT = 3, 0.8
# Copies by wording alone; by wording and lead; by wording and quotations.
CONTAINMENT = 0.5
LEAD_CONTAINMENT, LEAD_SHARE = 0.33, 0.35
QUOTED_CONTAINMENT, SHARED_QUOTATIONS, SHARED_QUOTATION_SHARE = 0.42, 2, 0.5
# A long text that holds a short one far from its own beginning is a round-up rather than the original.
ROUND_UP_SHARE, ROUND_UP_LEAD = 0.2, 0.15
# The same words a season later are another story, unless hardly one differs.
DAYS_APART, IDENTICAL = 30, 0.9
# Pairs that miss by no more than this are for a person to look at.
NEAR_CONTAINMENT, NEAR_AGREEMENT = 0.3, 0.6


def compared(texts: pl.DataFrame) -> pl.DataFrame:
    """Candidate pairs, each with how alike they are and the verdict.

    Parameters
    ----------
    texts
        Frame with `index` (row number), `signature`, `quote_signature` and `published_on`.

    Returns
    -------
    Frame `left` < `right`, `shared` (values), `containment`, `resemblance` (the same of the longer text), `agreement`,
    `lead`, `quotations` (shared), `is_copy`, `is_near` (below the threshold, but not far); in order.
    """
    found = candidates(texts.select("index", value="signature"))
    if found.is_empty():
        return pl.DataFrame(schema=PAIRS)
    pairs = counted(texts, found)
    judged = [_judged(_measured(texts, some)) for some in pairs.iter_slices(PAIRS_AT_ONCE)]
    return pl.concat(judged)


PAIRS = pl.Schema(
    {
        "left": pl.UInt32, "right": pl.UInt32, "shared": pl.UInt32, "containment": pl.Float64, "resemblance": pl.Float64,
        "agreement": pl.Float64, "lead": pl.Float64, "quotations": pl.UInt32, "is_copy": pl.Boolean, "is_near": pl.Boolean,
    }
)  # fmt: skip


def _measured(texts: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """How much of each pair's documents is the same, of pairs as `shared_words` counted them."""
    sizes = texts.select("index", "published_on", "quote_signature", size=pl.col("signature").list.len())
    left, right = pl.col("size"), pl.col("size_right")
    return (
        pairs.join(sizes, left_on="left", right_on="index")
        .join(sizes, left_on="right", right_on="index")
        .with_columns(
            containment=pl.col("shared") / pl.min_horizontal(left, right),
            resemblance=pl.col("shared") / pl.max_horizontal(left, right),
            agreement=pl.when(pl.col("factual") >= MIN_FACTUAL).then(pl.col("agreeing") / pl.col("factual")),
            lead_left=pl.col("lead_left") / (left * LEAD).ceil(),
            lead_right=pl.col("lead_right") / (right * LEAD).ceil(),
            quotations=pl.col("quote_signature").list.set_intersection("quote_signature_right").list.len().fill_null(0),
            quoted=pl.min_horizontal(pl.col("quote_signature").list.len(), pl.col("quote_signature_right").list.len()).fill_null(0),
            days=(pl.col("published_on") - pl.col("published_on_right")).dt.total_days().abs(),
        )
        .with_columns(
            lead=pl.max_horizontal("lead_left", "lead_right"),
            lead_of_longer=pl.when(left >= right).then("lead_left").otherwise("lead_right"),
        )
        .sort("left", "right")
    )


def _judged(measured: pl.DataFrame) -> pl.DataFrame:
    contained, agreement, lead = pl.col("containment"), pl.col("agreement"), pl.col("lead")
    by_lead = (contained >= LEAD_CONTAINMENT) & (lead >= LEAD_SHARE)
    by_quotations = (
        (contained >= QUOTED_CONTAINMENT)
        & (pl.col("quotations") >= SHARED_QUOTATIONS)
        & (pl.col("quotations") >= pl.col("quoted") * SHARED_QUOTATION_SHARE)
    )
    same_words = (contained >= CONTAINMENT) | by_lead | by_quotations
    same_facts = pl.when(agreement.is_null()).then(contained >= UNFILLED_CONTAINMENT).otherwise(agreement >= MIN_AGREEMENT)
    is_round_up = (pl.col("resemblance") < ROUND_UP_SHARE) & (pl.col("lead_of_longer") < ROUND_UP_LEAD)
    is_late = (pl.col("days") > DAYS_APART) & ((pl.col("resemblance") < IDENTICAL) | (agreement.fill_null(1) < IDENTICAL))
    enough = pl.col("shared") >= MIN_SHARED
    is_copy = (enough & same_words & same_facts & ~is_round_up & ~is_late.fill_null(False)).fill_null(False)
    is_near = ~is_copy & enough & (contained >= NEAR_CONTAINMENT) & (agreement.fill_null(1) >= NEAR_AGREEMENT) & ~is_late.fill_null(False)
    return measured.with_columns(is_copy=is_copy, is_near=is_near).select(pl.col(name).cast(dtype) for name, dtype in PAIRS.items())
