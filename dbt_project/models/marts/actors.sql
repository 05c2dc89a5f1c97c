with actors as (
    select * from {{ ref('stg_actors') }}
),

mentions as (
    select * from {{ ref('int_actor_mentions_resolved') }}
),

dates as (
    select * from {{ ref('int_documents_dated') }}
),

counts as (
    select
        mentions.actor_id,
        count(*) as mention_count,
        count(distinct mentions.document_id) as document_count,
        min(dates.published_on) as first_mentioned_on,
        max(dates.published_on) as last_mentioned_on
    from mentions
    left join dates on mentions.document_id = dates.document_id
    group by mentions.actor_id
)

select
    actors.actor_id,
    actors.name,
    actors.actor_type,
    actors.country_code,
    actors.sector,
    actors.wikidata_id,
    actors.represents_id,
    actors.is_discovered,
    coalesce(counts.mention_count, 0) as mention_count,
    coalesce(counts.document_count, 0) as document_count,
    counts.first_mentioned_on,
    counts.last_mentioned_on
from actors
left join counts on actors.actor_id = counts.actor_id
