select
    actor_id,
    role,
    organization,
    country_code,
    valid_from,
    valid_to,
    basis,
    document_id
from {{ ref('stg_actor_roles') }}
