with roles as (
    select
        actor_id,
        role,
        organization,
        country_code,
        basis,
        document_id,
        valid_from as begun_on,
        -- a day of which only the month or the year is known is not known
        case when coalesce(valid_from_precision, 'day') = 'day' then valid_from end as valid_from,
        case when coalesce(valid_to_precision, 'day') = 'day' then valid_to end as valid_to
    from {{ ref('stg_actor_roles') }}
)

-- of terms whose first days are not known only the last can be told from the others
select
    actor_id,
    role,
    organization,
    country_code,
    valid_from,
    valid_to,
    basis,
    document_id
from roles
qualify row_number() over (
    partition by actor_id, role, organization, valid_from, document_id
    order by begun_on desc nulls last
) = 1
