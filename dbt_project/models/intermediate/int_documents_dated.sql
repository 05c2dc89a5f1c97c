with documents as (
    select document_id from {{ ref('stg_documents') }}
),

dates as (
    select * from {{ ref('stg_document_dates') }}
),

stories as (
    select * from {{ ref('stg_stories') }}
)

select
    documents.document_id,
    dates.published_on,
    dates.published_from,
    dates.published_to,
    coalesce(dates.date_precision, 'unknown') as date_precision,
    coalesce(dates.date_basis, 'unknown') as date_basis,
    dates.date_evidence,
    coalesce(stories.story_id, documents.document_id) as story_id,
    coalesce(stories.is_story_primary, true) as is_story_primary
from documents
left join dates on documents.document_id = dates.document_id
left join stories on documents.document_id = stories.document_id
