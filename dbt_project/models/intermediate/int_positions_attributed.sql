with positions as (
    select * from {{ ref('stg_positions') }}
),

documents as (
    select * from {{ ref('int_documents_dated') }}
),

times as (
    select * from {{ ref('stg_bound_times') }}
),

actor_mentions as (
    select
        mention_id,
        actor_id,
        name,
        country_code
    from {{ ref('int_actor_mentions_resolved') }}
),

-- Most positions have no time and no target. What is there is joined first and then put beside its position by a key that every
-- row has: a left join on a key that is mostly null puts all those rows in one place, which DuckDB cannot spill.
told_times as (
    select
        positions.position_id,
        times.*
    from positions
    inner join times on positions.time_id = times.time_id
),

speakers as (
    select
        positions.position_id,
        actor_mentions.*
    from positions
    inner join actor_mentions on positions.speaker_mention_id = actor_mentions.mention_id
),

holders as (
    select
        positions.position_id,
        actor_mentions.*
    from positions
    inner join actor_mentions on positions.holder_mention_id = actor_mentions.mention_id
),

targets as (
    select
        positions.position_id,
        actor_mentions.actor_id
    from positions
    inner join actor_mentions on positions.target_mention_id = actor_mentions.mention_id
),

attributed as (
    select
        positions.*,
        documents.story_id,
        documents.published_to - documents.published_from as days_of_publication,
        speakers.actor_id as speaker_id,
        coalesce(speakers.name, positions.speaker_text) as speaker,
        holders.actor_id as holder_id,
        coalesce(holders.name, positions.holder_text) as holder,
        holders.country_code as holder_country_code,
        targets.actor_id as target_actor_id,
        {{ date_bounds('told_times', 'documents', 'stated') }},
        {{ confidence_tier('positions.confidence') }} as confidence_tier
    from positions
    left join documents on positions.document_id = documents.document_id
    -- nobody reports what will be said: words for a later day date what was said to come
    left join told_times
        on
            positions.position_id = told_times.position_id
            and coalesce(told_times.occurred_from <= documents.published_to + 1, true)
    left join speakers on positions.position_id = speakers.position_id
    left join holders on positions.position_id = holders.position_id
    left join targets on positions.position_id = targets.position_id
)

select
    * exclude (days_of_publication),
    {{ only_day('stated_from', 'stated_to') }} as stated_on,
    -- the day a statement counts from when statements are put in order: the latest it can have been made, where its
    -- bounds, or those of the document that alone dates it, leave no more than a month
    case when coalesce(stated_to - stated_from, days_of_publication, 0) <= 31 then stated_to end as counted_on
from attributed
