{#- One column a mart: its name in the singular, and the table it counts. -#}
{% set counted = {
    'document_count': 'documents',
    'actor_count': 'actors',
    'actor_alias_count': 'actor_aliases',
    'actor_role_count': 'actor_roles',
    'actor_mention_count': 'actor_mentions',
    'event_count': 'events',
    'event_participant_count': 'event_participants',
    'event_mention_count': 'event_mentions',
    'stated_position_count': 'stated_positions',
    'issue_count': 'issues',
    'event_type_count': 'event_types',
    'position_shift_count': 'position_shifts',
    'position_dispute_count': 'position_disputes',
    'actor_issue_stance_count': 'actor_issue_stances',
    'bilateral_month_count': 'bilateral_months',
    'review_item_count': 'review_queue',
} %}
-- the audit that follows the build writes the checks; until then none has passed
select
    '{{ var("release_id") }}' as release_id,
    cast('{{ var("released_at") }}' as timestamp) as released_at,
    '{{ var("contract_version") }}' as contract_version,
    '{{ var("codebook_version") }}' as codebook_version,
    '{{ var("code_version") }}' as code_version,
    {% for column, table in counted.items() %}
    (select count(*) from {{ ref(table) }}) as {{ column }},
    {% endfor %}
    cast(0 as integer) as checks_passed,
    cast(0 as integer) as checks_warned
