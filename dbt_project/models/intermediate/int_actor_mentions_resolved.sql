with mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

mention_actors as (
    select
        mention_id,
        actor_id
    from {{ ref('stg_mention_actors') }}
),

internationals as (
    select * from {{ ref('int_international_officials') }}
),

actors as (
    select * from {{ ref('stg_actors') }}
)

select
    mentions.mention_id,
    mention_actors.actor_id,
    actors.name,
    -- who speaks for the United Nations does not speak for the country of his passport
    case when internationals.actor_id is null then actors.country_code end as country_code,
    mentions.document_id,
    mentions.surface,
    {{ evidence_columns('mentions') }},
    mentions.resolution,
    mentions.confidence
from mentions
inner join mention_actors on mentions.mention_id = mention_actors.mention_id
inner join actors on mention_actors.actor_id = actors.actor_id
left join internationals
    on mentions.document_id = internationals.document_id and mention_actors.actor_id = internationals.actor_id
