with positions as (
    select
        position_id,
        document_id,
        speaker_id,
        stated_to
    from {{ ref('int_positions_attributed') }}
    where speaker_id is not null
),

roles as (
    select * from {{ ref('stg_actor_roles') }}
)

-- an office of the codebook held on that day; else what the same document calls the speaker
select
    positions.position_id,
    roles.role as speaker_role
from positions
inner join roles
    on
        positions.speaker_id = roles.actor_id
        and (
            (
                roles.basis = 'codebook'
                and positions.stated_to >= coalesce(roles.valid_from, date '0001-01-01')
                and positions.stated_to <= coalesce(roles.valid_to, date '9999-12-31')
            )
            or (roles.basis = 'text' and positions.document_id = roles.document_id)
        )
qualify row_number() over (
    partition by positions.position_id
    order by roles.basis, roles.valid_from desc nulls last, roles.role, roles.organization
) = 1
