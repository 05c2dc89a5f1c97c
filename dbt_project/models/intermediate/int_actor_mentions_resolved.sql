with mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

mention_actors as (
    select
        mention_id,
        actor_id
    from {{ ref('stg_mention_actors') }}
),

actors as (
    select * from {{ ref('stg_actors') }}
)

select
    mentions.mention_id,
    mention_actors.actor_id,
    actors.name,
    actors.country_code,
    mentions.document_id,
    mentions.surface,
    {{ evidence_columns('mentions') }},
    mentions.resolution,
    mentions.confidence
from mentions
inner join mention_actors on mentions.mention_id = mention_actors.mention_id
inner join actors on mention_actors.actor_id = actors.actor_id
