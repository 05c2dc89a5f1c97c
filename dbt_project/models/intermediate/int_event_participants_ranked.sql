with arguments as (
    select * from {{ ref('stg_event_arguments') }}
),

mentions as (
    select * from {{ ref('int_event_mentions_dated') }}
),

actor_mentions as (
    select
        mention_id,
        actor_id,
        name,
        country_code
    from {{ ref('int_actor_mentions_resolved') }}
),

states as (
    select
        country_code,
        min(actor_id) as actor_id,
        min_by(name, actor_id) as name
    from {{ ref('stg_actors') }}
    where actor_type = 'state' and country_code is not null
    group by country_code
),

-- in the name of a state acts also the holder of an office whom nobody names: "summoned the X ambassador"
unnamed_officials as (
    select
        told.mention_id,
        states.actor_id,
        states.name,
        states.country_code
    from {{ ref('stg_actor_mentions') }} as told
    inner join states on told.country_code = states.country_code
    anti join actor_mentions on told.mention_id = actor_mentions.mention_id
    where
        told.actor_id is null and told.discovered_name is null
        and regexp_matches(told.role, '\b(minister|president|premier|chancellor|king|queen|emir|ambassador|envoy|consul|affaires)$')
        and not regexp_matches(told.role, '^former')
),

participants as (
    select * from actor_mentions
    union all
    select * from unnamed_officials
),

persons as (
    select actor_id
    from {{ ref('stg_actors') }}
    where actor_type = 'person'
),

taking_part as (
    select
        mentions.event_id,
        mentions.mention_id,
        {{ status_rank('mentions.status') }} as standing,
        mentions.confidence,
        arguments.participation,
        arguments.position,
        participants.actor_id,
        participants.name,
        participants.country_code,
        count(distinct arguments.participation) over (partition by mentions.mention_id) as participation_count,
        count(persons.actor_id) over (partition by mentions.mention_id) as person_count
    from arguments
    inner join mentions on arguments.mention_id = mentions.mention_id
    inner join participants on arguments.actor_mention_id = participants.mention_id
    left join persons on participants.actor_id = persons.actor_id
),

-- the mention that names both sides is believed first, so that source and target come from one sentence where they can;
-- then one of what happened before one of what was planned, and one that says who before one that says which state
ranked as (
    select
        *,
        row_number() over (
            partition by event_id, participation
            order by participation_count desc, standing, person_count desc, confidence desc, mention_id, position, actor_id
        ) as participant_rank
    from taking_part
)

select
    event_id,
    actor_id,
    participation,
    first(name) as name,
    -- of an office-holder it may differ from document to document
    arg_min_null(country_code, participant_rank) as country_code,
    min(participant_rank) as participant_rank
from ranked
group by event_id, actor_id, participation
