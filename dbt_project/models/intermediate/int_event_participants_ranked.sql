with arguments as (
    select * from {{ ref('stg_event_arguments') }}
),

mentions as (
    select * from {{ ref('int_event_mentions_dated') }}
),

actor_mentions as (
    select * from {{ ref('int_actor_mentions_resolved') }}
),

persons as (
    select actor_id
    from {{ ref('stg_actors') }}
    where actor_type = 'person'
),

principals as (
    select * from {{ ref('int_actor_principals') }}
),

taking_part as (
    select
        mentions.event_id,
        mentions.mention_id,
        mentions.event_type,
        {{ status_rank('mentions.status') }} as standing,
        mentions.confidence,
        arguments.participation,
        arguments.position,
        actor_mentions.actor_id,
        actor_mentions.name,
        actor_mentions.country_code,
        persons.actor_id is not null as is_person,
        count(distinct arguments.participation) over (partition by mentions.mention_id) as participation_count,
        count(persons.actor_id) over (partition by mentions.mention_id) as person_count
    from arguments
    inner join mentions on arguments.mention_id = mentions.mention_id
    inner join actor_mentions on arguments.actor_mention_id = actor_mentions.mention_id
    left join persons on actor_mentions.actor_id = persons.actor_id
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
),

participants as (
    select
        event_id,
        actor_id,
        participation,
        first(name) as name,
        -- of an office-holder it may differ from document to document
        arg_min_null(country_code, participant_rank) as country_code,
        first(is_person) as is_person,
        -- between equals: who is named first says nothing
        bool_and(event_type in ('consult', 'cooperate')) as is_mutual,
        -- a man arrested, or sanctioned, is not his state
        participation = 'target'
        and bool_or(event_type in ('coerce', 'assault', 'sanction', 'retreat', 'concede')) as is_personal,
        min(participant_rank) as participant_rank
    from ranked
    group by event_id, actor_id, participation
),

-- `side`: where the sides say nothing a person and his state may be told on two of them
sided as (
    select
        participants.*,
        principals.principal_id,
        case when participants.is_mutual then 'both' else participants.participation end as side,
        participants.is_person and participants.actor_id <> principals.principal_id as is_agent
    from participants
    inner join principals on participants.actor_id = principals.actor_id
),

-- events in which one party is told more than once; the others, most of them, stay as they are
crowded as (
    select distinct event_id
    from (
        select event_id
        from sided
        group by event_id, principal_id
        having count(*) > 1
    ) as parties_told_twice
),

-- a president beside his state is one party told twice: who acted for it says more, and stands where it stood
parties as (
    select
        *,
        case when is_agent then min(participant_rank) over party else participant_rank end as party_rank,
        bool_or(participation = 'source') over (partition by event_id) as has_source
    from sided
    where event_id in (select crowded.event_id from crowded)
    window party as (partition by event_id, side, principal_id)
    qualify is_personal or actor_id <> principal_id or not bool_or(is_agent) over party
),

placed as (
    select
        *,
        is_mutual and count(*) over (partition by event_id, actor_id) > 1 as is_on_both_sides,
        is_mutual and has_source and actor_id = first_value(actor_id) over in_order as is_leading
    from parties
    window in_order as (partition by event_id order by participation, party_rank, participant_rank)
)

-- of those told on both sides, the first of all is the source
select
    event_id,
    actor_id,
    case when is_leading then 'source' else participation end as participation,
    name,
    country_code,
    row_number() over (partition by event_id, participation order by party_rank, participant_rank) as participant_rank
from placed
where not is_on_both_sides or is_leading = (participation = 'source')
union all
select
    event_id,
    actor_id,
    participation,
    name,
    country_code,
    participant_rank
from sided
where event_id not in (select crowded.event_id from crowded)
