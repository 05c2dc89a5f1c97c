with documents as (
    select * from {{ ref('stg_documents') }}
),

dates as (
    select * from {{ ref('int_documents_dated') }}
)

select
    documents.document_id,
    documents.source_uri,
    documents.file_name,
    documents.publisher,
    documents.title,
    documents.authors,
    documents.language,
    documents.url,
    dates.published_on,
    dates.published_from,
    dates.published_to,
    dates.date_precision,
    dates.date_basis,
    dates.date_evidence,
    documents.body,
    documents.word_count,
    documents.boilerplate_share,
    documents.genre,
    documents.text_origin,
    documents.text_origin_score,
    documents.repairs,
    dates.story_id,
    dates.is_story_primary,
    documents.batch_id,
    documents.ingested_at
from documents
inner join dates on documents.document_id = dates.document_id
