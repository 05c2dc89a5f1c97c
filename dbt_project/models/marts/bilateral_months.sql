with events as (
    select
        event_id,
        event_type,
        quad_class,
        score,
        cast(date_trunc('month', occurred_from) as date) as month_on
    from {{ ref('events') }}
    where
        status in ('occurred', 'ongoing')
        -- of a month is only what is known to lie within it
        and date_trunc('month', occurred_from) = date_trunc('month', occurred_to)
),

participants as (
    select distinct
        event_id,
        participation,
        country_code
    from {{ ref('int_event_participants_ranked') }}
    where country_code is not null
),

-- each country that took part with each other one; what is done together is done in both directions
directed as (
    select distinct
        events.event_id,
        events.month_on,
        events.quad_class,
        events.score,
        acting.country_code as source_country_code,
        other.country_code as target_country_code
    from events
    inner join participants as acting on events.event_id = acting.event_id
    inner join participants as other on events.event_id = other.event_id
    where
        acting.country_code <> other.country_code
        and (
            (acting.participation = 'source' and other.participation = 'target')
            or events.event_type in ('consult', 'cooperate')
            or (events.event_type = 'agree' and acting.participation = other.participation)
        )
)

select
    source_country_code,
    target_country_code,
    month_on,
    count(*) as event_count,
    count(*) filter (where quad_class = 'verbal_cooperation') as verbal_cooperation_count,
    count(*) filter (where quad_class = 'material_cooperation') as material_cooperation_count,
    count(*) filter (where quad_class = 'verbal_conflict') as verbal_conflict_count,
    count(*) filter (where quad_class = 'material_conflict') as material_conflict_count,
    round(avg(score), 4) as mean_score
from directed
group by source_country_code, target_country_code, month_on
