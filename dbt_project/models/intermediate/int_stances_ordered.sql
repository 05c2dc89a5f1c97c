with positions as (
    select
        position_id,
        document_id,
        story_id,
        holder_id,
        issue_id,
        stance,
        counted_on,
        confidence
    from {{ ref('int_positions_attributed') }}
    where
        holder_id is not null
        and issue_id is not null
        and stance <> 'neutral'
        and {{ is_comparable('confidence') }}
),

-- copies of a story repeat one statement
once_a_story as (
    select * from positions
    where counted_on is not null
    qualify row_number() over (
        partition by holder_id, issue_id, story_id order by counted_on desc, confidence desc, position_id
    ) = 1
),

-- on one day a holder stands in one place: the surest reading of it
once_a_day as (
    select * from once_a_story
    qualify row_number() over (
        partition by holder_id, issue_id, counted_on order by confidence desc, position_id
    ) = 1
)

select
    *,
    lag(position_id) over earlier as previous_position_id,
    lag(stance) over earlier as previous_stance,
    lag(counted_on) over earlier as previous_counted_on
from once_a_day
window earlier as (partition by holder_id, issue_id order by counted_on)
