with positions as (
    select
        position_id,
        holder_id,
        issue_id,
        stance,
        counted_on,
        confidence,
        evidence_start,
        max(confidence) over (partition by holder_id, issue_id, counted_on, document_id) as document_confidence,
        document_id,
        count(*) over (partition by holder_id, issue_id) as position_count
    from {{ ref('int_positions_attributed') }}
    where holder_id is not null and issue_id is not null and stance is not null
)

select
    holder_id,
    issue_id,
    stance,
    position_count,
    position_id as last_position_id,
    counted_on as last_stated_on
from positions
-- the latest statement decides, but one that takes no side, or a doubtful reading, only where there is nothing better
qualify row_number() over (
    partition by holder_id, issue_id
    order by
        stance = 'neutral',
        not {{ is_comparable('confidence') }},
        counted_on desc nulls last,
        -- of one day, or of none, the last word of the document that is surest
        document_confidence desc,
        document_id,
        evidence_start desc,
        confidence desc,
        position_id
) = 1
