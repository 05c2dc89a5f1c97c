{#- How mentions that disagree are weighed: a report that it happened beats every report that it will or may. -#}
{% macro status_rank(status) -%}
    list_position(
        ['occurred', 'ongoing', 'negated', 'denied', 'alleged', 'planned', 'proposed', 'hypothetical'], {{ status }}
    )
{%- endmacro %}

{#- What has not begun when it is reported; an accord that is proposed lies on the table, or has been turned down already. -#}
{% macro is_ahead(status, event_type) -%}
    ({{ status }} in ('planned', 'hypothetical') or ({{ status }} = 'proposed' and {{ event_type }} is distinct from 'agree'))
{%- endmacro %}

{#- Tiers of a calibrated confidence: of `high` at least eight rows in ten are right, of `medium` six. -#}
{% macro confidence_tier(confidence) -%}
    case when {{ confidence }} >= 0.8 then 'high' when {{ confidence }} >= 0.6 then 'medium' else 'low' end
{%- endmacro %}

{#-
  Sure enough to be held against another statement. A rule's precision counts everything it finds; a row that also has a
  holder, an issue and a side has passed more: of those at 0.49, read in the embedded corpus, about eight in ten were right.
-#}
{% macro is_comparable(confidence) -%}
    {{ confidence }} >= 0.45
{%- endmacro %}

{#- A cell of a CSV line, in quotation marks where it needs them. -#}
{% macro csv_cell(value) -%}
    case
        when regexp_matches({{ value }}, '[,"]') then '"' || replace({{ value }}, '"', '""') || '"'
        else coalesce({{ value }}, '')
    end
{%- endmacro %}

{#- A passage that says little where it stands alone: a noun for a deed ("the visit of"), or a pronoun for who did it. -#}
{% macro is_unclear(evidence, rule) -%}
    (
        {{ rule }} is not distinct from 'frame:noun'
        or regexp_matches({{ evidence }}, '(?i)\b(he|him|his|she|her|they|them|their|it|which|who|whom)\b')
        or regexp_matches({{ evidence }}, '\b(to|of|the|an?|and|or|with|for|by|in|on|at|from|that)$')
    )
{%- endmacro %}

{#- Nothing but words in capitals, and particles between them, and no article or possessive before them: "Ann van Smith", not "An envoy". -#}
{% macro is_wholly_a_name(speaker) -%}
    regexp_matches({{ speaker }}, '^[[:upper:]][^ ]*( [[:upper:]][^ ]*| (de|da|di|du|van|von|der|bin|ibn|al|el|of|the|for|and))*$')
    and not regexp_matches({{ speaker }}, '^(An?|The|Its|His|Her|Their|Our|One|Some|Many|Several|Two|Three|Members|Officials|Experts) ')
{%- endmacro %}
