with principals as (
    select * from {{ ref('int_actor_principals') }}
),

positions as (
    select
        positions.position_id,
        positions.document_id,
        positions.holder_id,
        holders.principal_id as holder_principal_id,
        targets.principal_id as target_principal_id,
        positions.issue_id,
        positions.stance,
        positions.speech_act,
        positions.is_headline,
        positions.evidence_start,
        positions.evidence_end,
        -- what it is about, in words of its own: no names, which all statements on one issue share
        list_filter(
            regexp_extract_all(positions.statement, '\b[a-z]{5,}\b'),
            lambda word: word not in ( -- noqa: RF02
                'about', 'after', 'again', 'against', 'anything', 'because', 'before', 'being', 'between', 'could', 'country',
                'every', 'government', 'having', 'nothing', 'other', 'should', 'since', 'still', 'their', 'there', 'these',
                'those', 'under', 'until', 'where', 'which', 'while', 'would'
            )
        ) as matter,
        positions.counted_on,
        positions.confidence
    from {{ ref('int_positions_attributed') }} as positions
    inner join principals as holders on positions.holder_id = holders.actor_id
    left join principals as targets on positions.target_actor_id = targets.actor_id
    where positions.issue_id is not null and {{ is_comparable('positions.confidence') }}
),

-- on one day, or in one undated document, a holder stands in one place: the surest reading of it
readings as (
    select
        *,
        coalesce(cast(counted_on as varchar), document_id) as occasion
    from positions
    where stance in ('supports', 'opposes')
    qualify row_number() over (partition by holder_id, issue_id, occasion order by confidence desc, position_id) = 1
),

-- until when: who has come round since is in no dispute any more
held as (
    select
        *,
        case stance
            when 'supports' then min(case when stance = 'opposes' then counted_on end) over later
            else min(case when stance = 'supports' then counted_on end) over later
        end as held_until
    from readings
    window
        later as (
            partition by holder_principal_id, issue_id
            order by counted_on range between interval 1 day following and unbounded following
        )
),

-- a side is a state or body with all who speak for it, or somebody who speaks for none; its last word in a month is enough
-- to find who stood against whom, and keeps the join small: of one day in the text rather than in a headline, then the surest
sides as (
    select * from held
    qualify row_number() over (
        partition by
            holder_principal_id,
            issue_id,
            stance,
            coalesce(cast(date_trunc('month', counted_on) as varchar), document_id)
        order by
            counted_on desc nulls last,
            is_headline,
            confidence desc,
            position_id
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
            -- a minister and his own state are one voice
            and supporting.holder_principal_id <> opposing.holder_principal_id
            and (
                supporting.document_id = opposing.document_id
                or {{ are_near('supporting.counted_on', 'opposing.counted_on') }}
            )
            and coalesce(supporting.held_until > opposing.counted_on, true)
            and coalesce(supporting.counted_on < opposing.held_until, true)
    where supporting.stance = 'supports' and opposing.stance = 'opposes'
    -- two sides are one dispute on an issue, told by its latest exchange
    qualify row_number() over (
        partition by
            supporting.issue_id,
            least(supporting.holder_principal_id, opposing.holder_principal_id),
            greatest(supporting.holder_principal_id, opposing.holder_principal_id)
        order by
            greatest(supporting.counted_on, opposing.counted_on) desc nulls last,
            abs(supporting.counted_on - opposing.counted_on) nulls last,
            supporting.position_id,
            opposing.position_id
    ) = 1
),

denials as (
    select * from positions
    where speech_act = 'denies'
),

claims as (
    select * from positions
    where speech_act in ('states', 'accuses', 'criticizes', 'warns')
),

-- what a denial answers: an accusation of nobody named just before or after it, or what is said of the denier's side in the
-- sentence before it or in words that both share, there or near in time
answered as (
    select
        denials.position_id as denial_id,
        claims.position_id as claim_id,
        1 as closeness
    from denials
    inner join claims on denials.document_id = claims.document_id and denials.issue_id = claims.issue_id
    where
        denials.holder_principal_id <> claims.holder_principal_id
        -- who only criticizes claims nothing that could be denied, unless it is said of the denier
        and claims.speech_act = 'accuses'
        and claims.target_principal_id is null
        and coalesce(abs(denials.evidence_start - claims.evidence_start) <= 400, true)
    union all
    select
        denials.position_id as denial_id,
        claims.position_id as claim_id,
        case when denials.document_id = claims.document_id then 0 else 2 end as closeness
    from denials
    inner join claims
        on denials.holder_principal_id = claims.target_principal_id and denials.issue_id = claims.issue_id
    where
        denials.holder_principal_id <> claims.holder_principal_id
        and (
            denials.document_id = claims.document_id
            or {{ are_near('denials.counted_on', 'claims.counted_on') }}
        )
        and (
            coalesce(list_has_any(denials.matter, claims.matter), true)
            or (
                denials.document_id = claims.document_id
                and denials.evidence_start - claims.evidence_end between -400 and 100
            )
        )
),

denied as (
    select
        denials.issue_id,
        claims.position_id,
        claims.counted_on,
        denials.position_id as opposing_position_id,
        denials.counted_on as opposing_counted_on
    from answered
    inner join denials on answered.denial_id = denials.position_id
    inner join claims on answered.claim_id = claims.position_id
    -- a denial answers one claim
    qualify row_number() over (
        partition by answered.denial_id
        order by
            answered.closeness,
            claims.speech_act = 'accuses' desc,
            abs(denials.counted_on - claims.counted_on) nulls last,
            answered.claim_id
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
