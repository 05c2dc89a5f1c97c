-- What a person could do about documents: date them, compare those that may be copies, find the originals of spun texts.
with documents as (
    select
        *,
        '“' || coalesce(title, file_name, source_uri, document_id) || '”'
        || coalesce(' (' || nullif(concat_ws(', ', publisher, published_on), '') || ')', '') as label
    from {{ ref('documents') }}
),

stories as (
    select * from {{ ref('stg_stories') }}
),

positions as (
    select
        document_id,
        count(*) as position_count
    from {{ ref('stated_positions') }}
    group by document_id
),

undated as (
    select
        documents.document_id as item_id,
        'undated_document' as kind,
        documents.document_id,
        coalesce(documents.title, documents.file_name, documents.source_uri) || ': '
        || case
            when documents.published_from is null and documents.published_to is null
                then 'nothing tells when it was published'
            when documents.published_from is null then 'published by ' || documents.published_to
            when documents.published_to is null then 'published on or after ' || documents.published_from
            else 'published between ' || documents.published_from || ' and ' || documents.published_to
        end
        || coalesce(' (' || documents.date_evidence || ')', '') as detail,
        'find its ' || case when documents.date_evidence like '%year open%' then 'year' else 'day' end
        || ' and take in a copy that '
        || case
            when documents.source_uri like '%#%' then 'has the field “published”: “'
            else 'begins with the line “Published: '
        end
        || coalesce(cast(coalesce(documents.published_from, documents.published_to) as varchar), 'YYYY-MM-DD')
        || '” (the right day in its place): the copy dates this document, too' as suggestion,
        coalesce(positions.position_count, 0) as urgency
    from documents
    left join positions on documents.document_id = positions.document_id
    where documents.published_on is null
),

-- a pair once, however often either names the other
near as (
    select
        least(document_id, near_document_id) as document_id,
        greatest(document_id, near_document_id) as near_document_id,
        max(near_share) as near_share
    from stories
    where near_document_id is not null
    group by all
),

story_candidates as (
    select
        near.document_id || ':' || near.near_document_id as item_id,
        'story_candidate' as kind,
        near.document_id,
        documents.label || ' and ' || others.label || ' share ' || cast(round(near.near_share * 100) as integer)
        || ' % of the shorter text and are taken for two stories' as detail,
        'compare them: demarche sql "select body from documents where document_id in (''' || near.document_id || ''', '''
        || near.near_document_id || ''')"; if they are one report, count them as one source' as suggestion,
        near.near_share as urgency
    from near
    inner join documents on near.document_id = documents.document_id
    inner join documents as others on near.near_document_id = others.document_id
),

machine_paraphrased as (
    select
        documents.document_id as item_id,
        'machine_paraphrased_document' as kind,
        documents.document_id,
        documents.label || ' was reworded by a machine (score ' || documents.text_origin_score
        || '): its quotations are nobody''s words, its names may be wrong' as detail,
        case
            when originals.document_id is not null
                then 'use document ' || originals.document_id || ', ' || originals.label || ', which it retells'
            else 'find the text it was made from and take that in: this document then joins its story'
        end as suggestion,
        documents.text_origin_score + coalesce(positions.position_count, 0) as urgency
    from documents
    left join documents as originals
        on
            documents.story_id = originals.story_id
            and originals.is_story_primary
            and originals.text_origin = 'verbatim'
    left join positions on documents.document_id = positions.document_id
    where documents.text_origin = 'machine_paraphrased'
)

select * from undated
union all
select * from story_candidates
union all
select * from machine_paraphrased
