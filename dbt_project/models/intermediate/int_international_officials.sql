with roles as (
    select
        *,
        country_code is null and organization is not null as is_international
    from {{ ref('stg_actor_roles') }}
    where basis = 'codebook'
),

-- the few that were ever in such an office: all others need not be held against the calendar
careers as (
    select * from roles
    qualify bool_or(is_international) over (partition by actor_id)
),

mentioned as (
    select distinct
        found.document_id,
        found.actor_id
    from {{ ref('stg_mention_actors') }} as found
    where found.actor_id in (select careers.actor_id from careers)
),

documents as (
    select
        document_id,
        coalesce(published_to, published_on, published_from) as published_on
    from {{ ref('int_documents_dated') }}
)

select
    mentioned.document_id,
    mentioned.actor_id
from mentioned
inner join documents on mentioned.document_id = documents.document_id
inner join careers
    on
        mentioned.actor_id = careers.actor_id
        and documents.published_on >= coalesce(careers.valid_from, date '0001-01-01')
        and documents.published_on <= coalesce(careers.valid_to, date '9999-12-31')
group by mentioned.document_id, mentioned.actor_id
having bool_and(careers.is_international)
