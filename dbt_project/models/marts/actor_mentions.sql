select
    mention_id,
    actor_id,
    document_id,
    surface,
    evidence,
    evidence_start,
    evidence_end,
    resolution,
    confidence
from {{ ref('int_actor_mentions_resolved') }}
