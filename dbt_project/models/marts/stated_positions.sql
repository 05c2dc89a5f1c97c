with positions as (
    select * from {{ ref('int_positions_attributed') }}
),

roles as (
    select * from {{ ref('int_speaker_roles_dated') }}
),

issues as (
    select * from {{ ref('stg_issues') }}
)

select
    positions.position_id,
    positions.document_id,
    positions.speaker_id,
    positions.speaker,
    -- the codebook knows the office of a day; where the day is open, the text knows better which of several it was
    case
        when roles.is_dated then coalesce(roles.speaker_role, positions.speaker_role)
        else coalesce(positions.speaker_role, roles.speaker_role)
    end as speaker_role,
    positions.holder_id,
    positions.holder,
    positions.holder_country_code,
    positions.addressee,
    positions.medium,
    positions.reported_by,
    positions.issue_id,
    issues.issue,
    positions.target_actor_id,
    positions.stance,
    positions.speech_act,
    positions.statement,
    positions.quote,
    positions.is_verbatim,
    positions.attribution,
    positions.cue,
    positions.is_negated,
    positions.is_headline,
    positions.stated_on,
    positions.stated_from,
    positions.stated_to,
    positions.date_precision,
    positions.date_basis,
    {{ evidence_columns('positions') }},
    positions.statement_start,
    positions.statement_end,
    positions.rule,
    positions.confidence,
    positions.confidence_tier
from positions
left join roles on positions.position_id = roles.position_id
left join issues on positions.issue_id = issues.issue_id
