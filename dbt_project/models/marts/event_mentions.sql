select
    mention_id,
    event_id,
    document_id,
    evidence,
    evidence_start,
    evidence_end,
    trigger,
    rule,
    confidence
from {{ ref('int_event_mentions_dated') }}
