select
    actor_id,
    role,
    organization,
    country_code,
    valid_from,
    valid_to,
    valid_from_precision,
    valid_to_precision,
    basis,
    document_id
from {{ lake_table('actor_roles', 'resolved') }}
