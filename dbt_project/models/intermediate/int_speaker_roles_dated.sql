with positions as (
    select
        position_id,
        document_id,
        speaker_id,
        stated_from,
        stated_to
    from {{ ref('int_positions_attributed') }}
    where speaker_id is not null
),

documents as (
    select
        document_id,
        published_from
    from {{ ref('int_documents_dated') }}
),

roles as (
    select * from {{ ref('stg_actor_roles') }}
),

-- the day whose office-holders count: the last possible one, or, where that is open, the first
dated as (
    select
        positions.position_id,
        positions.document_id,
        positions.speaker_id,
        coalesce(positions.stated_to, positions.stated_from, documents.published_from) as held_on,
        positions.stated_to is not null as is_dated
    from positions
    left join documents on positions.document_id = documents.document_id
)

-- an office of the codebook held on that day; else what the same document calls the speaker
select
    dated.position_id,
    roles.role as speaker_role,
    dated.is_dated
from dated
inner join roles
    on
        dated.speaker_id = roles.actor_id
        and (
            (
                roles.basis = 'codebook'
                and dated.held_on >= coalesce(roles.valid_from, date '0001-01-01')
                and dated.held_on <= coalesce(roles.valid_to, date '9999-12-31')
            )
            or (roles.basis = 'text' and dated.document_id = roles.document_id)
        )
qualify row_number() over (
    partition by dated.position_id
    order by roles.basis, roles.valid_from desc nulls last, roles.role, roles.organization
) = 1
