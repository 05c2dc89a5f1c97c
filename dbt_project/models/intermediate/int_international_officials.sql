with mentioned as (
    select distinct
        document_id,
        actor_id
    from {{ ref('stg_mention_actors') }}
),

documents as (
    select
        document_id,
        coalesce(published_to, published_on, published_from) as published_on
    from {{ ref('int_documents_dated') }}
),

roles as (
    select * from {{ ref('stg_actor_roles') }}
    where basis = 'codebook'
)

select
    mentioned.document_id,
    mentioned.actor_id
from mentioned
inner join documents on mentioned.document_id = documents.document_id
inner join roles
    on
        mentioned.actor_id = roles.actor_id
        and documents.published_on >= coalesce(roles.valid_from, date '0001-01-01')
        and documents.published_on <= coalesce(roles.valid_to, date '9999-12-31')
group by mentioned.document_id, mentioned.actor_id
having bool_and(roles.country_code is null and roles.organization is not null)
