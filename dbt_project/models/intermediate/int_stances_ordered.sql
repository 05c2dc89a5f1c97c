with positions as (
    select
        position_id,
        document_id,
        story_id,
        holder_id as stated_by,
        issue_id,
        stance,
        counted_on,
        confidence,
        coalesce(trim(lower(regexp_replace(statement, '[^\w]+', ' ', 'g'))), position_id) as wording,
        -- dated by words of its own, not by its document alone
        coalesce(date_precision <> 'interval', false) as is_dated
    from {{ ref('int_positions_attributed') }}
    where
        holder_id is not null
        and issue_id is not null
        -- who is of two minds, or of none, has no side to change
        and stance in ('supports', 'opposes', 'conditional')
        and counted_on is not null
        and {{ is_comparable('confidence') }}
        -- what he "had promised" he said before the day that the document is of, who knows when
        and not coalesce(
            date_precision = 'interval'
            and (
                regexp_matches(statement, '^had \w')
                or regexp_matches(left(evidence, greatest(statement_start - evidence_start, 0)), '\bhad (\w+ )?\w+( that)? $')
            ),
            false
        )
),

principals as (
    select * from {{ ref('int_actor_principals') }}
),

-- a statement is its holder's, and of the state or body he represents
voices as (
    select
        positions.*,
        positions.stated_by as holder_id
    from positions
    union all
    select
        positions.*,
        principals.principal_id as holder_id
    from positions
    inner join principals on positions.stated_by = principals.actor_id
    where principals.principal_id <> positions.stated_by
),

-- the same words in a later document are the old statement reported again
first_reports as (
    select * from voices
    qualify row_number() over (
        partition by holder_id, issue_id, wording order by counted_on, confidence desc, position_id
    ) = 1
),

-- a document's date counts a story once, and not beside a day that the story itself names in the week before
by_occasion as (
    select
        *,
        case when is_dated then cast(counted_on as varchar) else story_id end as occasion
    from first_reports
    qualify
        is_dated
        or coalesce(
            counted_on - max(case when is_dated then counted_on end) over (partition by holder_id, issue_id, story_id) > 7, true
        )
),

-- on one occasion, then on one day, a holder stands in one place: where most of what he says puts him
weighed as (
    select
        *,
        sum(confidence) over (partition by holder_id, issue_id, occasion, stance) as weight
    from by_occasion
),

once_an_occasion as (
    select * from weighed
    qualify row_number() over (
        partition by holder_id, issue_id, occasion order by weight desc, counted_on desc, confidence desc, position_id
    ) = 1
),

once_a_day as (
    select * from once_an_occasion
    qualify row_number() over (
        partition by holder_id, issue_id, counted_on order by weight desc, confidence desc, position_id
    ) = 1
)

select
    * exclude (wording, is_dated, occasion, weight),
    lag(position_id) over earlier as previous_position_id,
    lag(stance) over earlier as previous_stance,
    lag(counted_on) over earlier as previous_counted_on,
    lag(stated_by) over earlier as previously_stated_by
from once_a_day
window earlier as (partition by holder_id, issue_id order by counted_on)
