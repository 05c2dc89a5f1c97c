select
    actor_id,
    role,
    organization,
    country_code,
    case when coalesce(valid_from_precision, 'day') = 'day' then valid_from end as valid_from,
    case when coalesce(valid_to_precision, 'day') = 'day' then valid_to end as valid_to,
    basis,
    document_id
from {{ ref('stg_actor_roles') }}
