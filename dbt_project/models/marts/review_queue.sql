with actors as (
    select * from {{ ref('actors') }}
    where is_discovered
),

actor_mentions as (
    select * from {{ ref('actor_mentions') }}
),

documents as (
    select * from {{ ref('documents') }}
),

positions as (
    select * from {{ ref('stated_positions') }}
    where confidence_tier = 'low'
),

rejected as (
    select * from {{ ref('stg_rejected') }}
),

-- the passage that shows best who it is: the longest way the actor is named
examples as (
    select
        actor_id,
        document_id,
        surface
    from actor_mentions
    qualify row_number() over (partition by actor_id order by length(surface) desc, mention_id) = 1
),

unknown_actors as (
    select
        actors.actor_id as item_id,
        'unknown_actor' as kind,
        examples.document_id,
        actors.name || ': ' || actors.mention_count || ' mention(s) in ' || actors.document_count || ' document(s)'
        || coalesce(', as ' || examples.surface, '') as detail,
        concat_ws(
            ',',
            actors.actor_id,
            {{ csv_cell('actors.name') }},
            actors.actor_type,
            coalesce(actors.country_code, ''),
            coalesce(actors.sector, ''),
            coalesce(actors.wikidata_id, ''),
            coalesce(actors.represents_id, '')
        ) as suggestion
    from actors
    left join examples on actors.actor_id = examples.actor_id
),

low_confidence_positions as (
    select
        position_id as item_id,
        'low_confidence_position' as kind,
        document_id,
        coalesce(holder, 'an unknown holder') || ' ' || coalesce(stance || ' ' || issue, speech_act)
        || ' (rule ' || rule || ', confidence ' || round(confidence, 2) || '): ' || statement as detail,
        'read the passage: demarche explain ' || position_id as suggestion
    from positions
),

undated_documents as (
    select
        document_id as item_id,
        'undated_document' as kind,
        document_id,
        coalesce(title, file_name, source_uri) || ': '
        || case
            when published_from is null and published_to is null then 'nothing tells when it was published'
            when published_from is null then 'published by ' || published_to
            when published_to is null then 'published on or after ' || published_from
            else 'published between ' || published_from || ' and ' || published_to
        end as detail,
        'give the date in the document: a dateline, metadata, or a field of its JSON line' as suggestion
    from documents
    where published_on is null
),

quarantined as (
    select
        case when row is null then row_key else table_name || ':' || row_key end as item_id,
        case when row is null then 'quarantined_document' else 'quarantined_row' end as kind,
        first(document_id order by document_id) as document_id,
        string_agg(
            concat(source_uri || ': ', expectation, ': ', reason), '; ' order by expectation, reason
        ) as detail,
        'mend the source and run it again, or the rule that made the row' as suggestion
    from rejected
    group by all
)

select
    item_id,
    kind,
    document_id,
    detail,
    suggestion
from unknown_actors
union all
select
    item_id,
    kind,
    document_id,
    detail,
    suggestion
from low_confidence_positions
union all
select
    item_id,
    kind,
    document_id,
    detail,
    suggestion
from undated_documents
union all
select
    item_id,
    kind,
    document_id,
    detail,
    suggestion
from quarantined
