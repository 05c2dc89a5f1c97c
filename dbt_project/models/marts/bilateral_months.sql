with events as (
    select
        source_country_code,
        target_country_code,
        quad_class,
        score,
        -- an event belongs to a month only if it is known within a month
        case
            when occurred_from is null then date_trunc('month', coalesce(first_reported_on, occurred_to))
            when occurred_to - occurred_from <= 31 then date_trunc('month', occurred_from)
        end as month_on
    from {{ ref('events') }}
    where
        status in ('occurred', 'ongoing')
        and source_country_code <> target_country_code
)

select
    source_country_code,
    target_country_code,
    cast(month_on as date) as month_on,
    count(*) as event_count,
    count(*) filter (where quad_class = 'verbal_cooperation') as verbal_cooperation_count,
    count(*) filter (where quad_class = 'material_cooperation') as material_cooperation_count,
    count(*) filter (where quad_class = 'verbal_conflict') as verbal_conflict_count,
    count(*) filter (where quad_class = 'material_conflict') as material_conflict_count,
    round(avg(score), 4) as mean_score
from events
where month_on is not null
group by source_country_code, target_country_code, month_on
