with positions as (
    select
        position_id,
        document_id,
        holder_id,
        issue_id,
        target_actor_id,
        stance,
        speech_act,
        counted_on
    from {{ ref('int_positions_attributed') }}
    where holder_id is not null and issue_id is not null and {{ is_comparable('confidence') }}
),

-- one statement a month and side is enough to find who stood against whom, and keeps the join small
sides as (
    select * from positions
    where stance in ('supports', 'opposes')
    qualify row_number() over (
        partition by holder_id, issue_id, stance, date_trunc('month', counted_on)
        order by counted_on desc nulls last, position_id
    ) = 1
),

opposed as (
    select
        supporting.issue_id,
        supporting.position_id,
        supporting.counted_on,
        opposing.position_id as opposing_position_id,
        opposing.counted_on as opposing_counted_on
    from sides as supporting
    inner join sides as opposing
        on
            supporting.issue_id = opposing.issue_id
            and supporting.holder_id <> opposing.holder_id
            and (
                supporting.document_id = opposing.document_id
                or {{ are_near('supporting.counted_on', 'opposing.counted_on') }}
            )
    where supporting.stance = 'supports' and opposing.stance = 'opposes'
    -- two holders are one dispute on an issue, told by its latest exchange
    qualify row_number() over (
        partition by
            supporting.issue_id,
            least(supporting.holder_id, opposing.holder_id),
            greatest(supporting.holder_id, opposing.holder_id)
        order by
            greatest(supporting.counted_on, opposing.counted_on) desc nulls last,
            abs(supporting.counted_on - opposing.counted_on) nulls last,
            supporting.position_id,
            opposing.position_id
    ) = 1
),

denied as (
    select
        denials.issue_id,
        claims.position_id,
        claims.counted_on,
        denials.position_id as opposing_position_id,
        denials.counted_on as opposing_counted_on
    from positions as denials
    inner join positions as claims
        on
            denials.issue_id = claims.issue_id
            and denials.holder_id <> claims.holder_id
            and (
                denials.document_id = claims.document_id
                or {{ are_near('denials.counted_on', 'claims.counted_on') }}
            )
    where denials.speech_act = 'denies' and claims.speech_act in ('states', 'accuses', 'criticizes', 'warns')
    -- a denial answers one claim: in the same document before elsewhere, about the denier before about others
    qualify row_number() over (
        partition by denials.position_id
        order by
            denials.document_id = claims.document_id desc,
            coalesce(claims.target_actor_id = denials.holder_id, false) desc,
            claims.speech_act = 'accuses' desc,
            abs(denials.counted_on - claims.counted_on) nulls last,
            claims.position_id
    ) = 1
)

select
    issue_id,
    position_id,
    opposing_position_id,
    'opposing_stance' as kind,
    abs(opposing_counted_on - counted_on) as days_between
from opposed
union all
select
    issue_id,
    position_id,
    opposing_position_id,
    'denial' as kind,
    abs(opposing_counted_on - counted_on) as days_between
from denied
