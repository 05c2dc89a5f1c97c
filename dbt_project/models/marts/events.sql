with events as (
    select * from {{ ref('int_events_merged') }}
),

dates as (
    select * from {{ ref('int_events_dated') }}
),

participants as (
    select * from {{ ref('int_event_participants_ranked') }}
),

principals as (
    select * from {{ ref('int_actor_principals') }}
),

event_types as (
    select * from {{ ref('stg_event_types') }}
),

sources as (
    select * from participants
    where participation = 'source'
    qualify row_number() over (partition by event_id order by participant_rank) = 1
),

-- nobody acts upon himself, nor a president upon his state: the first target that is neither the source nor whom it speaks for
targets as (
    select participants.*
    from participants
    left join sources on participants.event_id = sources.event_id
    left join principals on sources.actor_id = principals.actor_id
    where
        participants.participation = 'target'
        and participants.actor_id is distinct from sources.actor_id
        and participants.actor_id is distinct from principals.principal_id
    qualify row_number() over (partition by participants.event_id order by participants.participant_rank) = 1
)

select
    events.event_id,
    events.event_type,
    events.event_mode,
    events.context,
    types.quad_class,
    coalesce(modes.score, types.score) as score,
    coalesce(events.cameo_code, modes.cameo_code, types.cameo_code) as cameo_code,
    coalesce(modes.goldstein, types.goldstein) as goldstein,
    sources.actor_id as source_actor_id,
    sources.name as source,
    targets.actor_id as target_actor_id,
    targets.name as target,
    sources.country_code as source_country_code,
    targets.country_code as target_country_code,
    events.place,
    dates.occurred_from,
    dates.occurred_to,
    dates.date_precision,
    dates.date_basis,
    events.status,
    events.summary,
    events.mention_count,
    events.document_count,
    events.independent_source_count,
    events.confidence,
    events.first_reported_on
from events
inner join dates on events.event_id = dates.event_id
left join event_types as types on events.event_type = types.event_type and types.event_mode is null
left join event_types as modes on events.event_type = modes.event_type and events.event_mode = modes.event_mode
left join sources on events.event_id = sources.event_id
left join targets on events.event_id = targets.event_id
