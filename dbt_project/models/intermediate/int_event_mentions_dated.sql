with mentions as (
    select * from {{ ref('stg_event_mentions') }}
),

happenings as (
    select
        mention_id,
        event_id
    from {{ ref('stg_happenings') }}
),

times as (
    select
        bound.*,
        expressions.evidence_start,
        expressions.evidence_end
    from {{ ref('stg_bound_times') }} as bound
    left join {{ ref('stg_time_expressions') }} as expressions on bound.time_id = expressions.time_id
),

documents as (
    select * from {{ ref('int_documents_dated') }}
),

-- Most mentions have no time. Those that are there are joined first and then put beside their mention by a key that every row
-- has: a left join on a key that is mostly null puts all those rows in one place, which DuckDB cannot spill.
told_times as (
    select
        mentions.mention_id,
        times.*
    from mentions
    inner join times on mentions.time_id = times.time_id
)

select
    mentions.mention_id,
    happenings.event_id,
    mentions.document_id,
    documents.story_id,
    documents.published_on,
    {{ evidence_columns('mentions') }},
    mentions.trigger,
    mentions.event_type,
    mentions.event_mode,
    mentions.context,
    mentions.cameo_code,
    mentions.place,
    mentions.status,
    {{ is_dated_by_words('told_times') }} as is_dated_by_words,
    {{ date_bounds('told_times', 'documents', 'occurred', is_ahead=is_ahead('mentions.status', 'mentions.event_type')) }},
    mentions.rule,
    mentions.confidence
from mentions
inner join happenings on mentions.mention_id = happenings.mention_id
left join documents on mentions.document_id = documents.document_id
-- what is reported as past did not take place after the report: such words date something else ("a target for 2030");
-- what is yet to come is not dated by the day on which it was announced ("said on Monday that it would")
left join told_times
    on
        mentions.mention_id = told_times.mention_id
        and case
            when not ({{ is_ahead('mentions.status', 'mentions.event_type') }})
                then coalesce(told_times.occurred_from <= documents.published_to + 1, true)
            when mentions.evidence_start <= told_times.evidence_start and mentions.evidence_end >= told_times.evidence_end
                then coalesce(documents.published_from <= told_times.occurred_to, true)
            else coalesce(documents.published_to < told_times.occurred_to, true)
        end
