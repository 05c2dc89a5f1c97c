with mentions as (
    select * from {{ ref('int_event_mentions_dated') }}
),

-- where words say when it was, the narrowest of them; a date of what happened before a date of what was planned
words as (
    select
        event_id,
        occurred_from,
        occurred_to,
        date_precision,
        date_basis
    from mentions
    where is_dated_by_words
    qualify row_number() over (
        partition by event_id
        order by occurred_to - occurred_from nulls last, {{ status_rank('status') }}, confidence desc, mention_id
    ) = 1
),

-- where none does: after the last report that it was to come, before the first that it had
reports as (
    select
        event_id,
        max(occurred_from) as occurred_from,
        min(occurred_to) as occurred_to
    from mentions
    where not is_dated_by_words
    group by event_id
),

bounds as (
    select
        event_id,
        case when occurred_to is null or occurred_from <= occurred_to then occurred_from end as occurred_from,
        occurred_to
    from reports
),

events as (
    select distinct event_id from mentions
)

select
    events.event_id,
    case when words.event_id is null then bounds.occurred_from else words.occurred_from end as occurred_from,
    case when words.event_id is null then bounds.occurred_to else words.occurred_to end as occurred_to,
    case
        when words.event_id is not null then words.date_precision
        when bounds.occurred_from = bounds.occurred_to then 'day'
        when coalesce(bounds.occurred_from, bounds.occurred_to) is not null then 'interval'
        else 'unknown'
    end as date_precision,
    case
        when words.event_id is not null then words.date_basis
        when coalesce(bounds.occurred_from, bounds.occurred_to) is not null then 'inferred'
        else 'unknown'
    end as date_basis
from events
left join words on events.event_id = words.event_id
left join bounds on events.event_id = bounds.event_id
