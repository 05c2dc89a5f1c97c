with documents as (
    select * from {{ ref('documents') }}
    where is_story_primary
),

-- what copies repeat is read once
positions as (
    select positions.*
    from {{ ref('stated_positions') }} as positions
    inner join documents on positions.document_id = documents.document_id
    where positions.confidence_tier = 'low'
),

rejected as (
    select * from {{ ref('stg_rejected') }}
),

about_documents as (
    select * from {{ ref('int_review_documents') }}
),

about_names as (
    select * from {{ ref('int_review_names') }}
),

low_confidence_positions as (
    select
        position_id as item_id,
        'low_confidence_position' as kind,
        document_id,
        coalesce(holder, 'an unknown holder') || ' ' || coalesce(stance || ' ' || issue, speech_act)
        || ' (rule ' || rule || ', confidence ' || round(confidence, 2) || '): ' || statement as detail,
        'read the passage: demarche explain ' || position_id as suggestion,
        -- the nearest to being believed first, those that say where somebody stands before all
        confidence + case when issue is not null and stance <> 'neutral' then 1 else 0 end as urgency
    from positions
),

quarantined as (
    select
        case when row is null then row_key else table_name || ':' || row_key end as item_id,
        case when row is null then 'quarantined_document' else 'quarantined_row' end as kind,
        first(document_id order by document_id) as document_id,
        string_agg(
            concat(source_uri || ': ', expectation, ': ', reason), '; ' order by expectation, reason
        ) as detail,
        case
            when bool_or(row is null) then 'mend ' || coalesce(min(source_uri), 'the source')
            else 'mend the rule that made the row'
        end
        || ', then: demarche run '
        || case when bool_or(row is null) then coalesce(split_part(min(source_uri), '#', 1), 'PATH') else '--rebuild stale' end
            as suggestion,
        -- nothing refused is left out
        null as urgency
    from rejected
    group by item_id, kind
),

items as (
    select * from low_confidence_positions
    union all
    select * from about_documents
    union all
    select * from about_names
    union all
    select * from quarantined
)

select
    item_id,
    kind,
    document_id,
    detail,
    suggestion
from items
-- the most urgent of each kind: a queue that nobody can read to its end is no queue
qualify
    urgency is null
    or row_number() over (partition by kind order by urgency desc, item_id) <= {{ var('review_items_per_kind') }}
