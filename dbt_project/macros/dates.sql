{#
  Dates that are bounds. A statement or a happening is dated by its own words (a bound time expression); where they leave
  a bound open, or say nothing, its document gives what it can: what is reported as past was over on the last possible day
  of publication, what is reported as to come had not begun on the first. A row dated by its document alone says so
  (precision `interval`, basis `inferred`), and its other bound stays open.
#}

{% macro is_dated_by_words(times) -%}
    coalesce({{ times }}.occurred_from, {{ times }}.occurred_to) is not null
{%- endmacro %}

{#- "Earlier this month" ends with the day of its report, "later this year" begins with it: the report lies within the days told. -#}
{% macro is_cut_by_report(times, documents, is_ahead) -%}
    coalesce(
        case
            when {{ is_ahead }}
                then {{ times }}.occurred_from < {{ documents }}.published_from and {{ documents }}.published_from <= {{ times }}.occurred_to
            else {{ times }}.occurred_from <= {{ documents }}.published_to and {{ documents }}.published_to < {{ times }}.occurred_to
        end,
        false
    )
{%- endmacro %}

{#- The four date columns of a row, named <verb>_from, <verb>_to. `is_ahead` is SQL: true for what is yet to come. -#}
{% macro date_bounds(times, documents, verb, is_ahead='false') -%}
    case
        when {{ is_cut_by_report(times, documents, is_ahead) }} and ({{ is_ahead }}) then {{ documents }}.published_from
        when {{ times }}.occurred_from is not null then {{ times }}.occurred_from
        when {{ is_ahead }} and coalesce({{ documents }}.published_from <= {{ times }}.occurred_to, true)
            then {{ documents }}.published_from
    end as {{ verb }}_from,
    case
        when {{ is_cut_by_report(times, documents, is_ahead) }} and not ({{ is_ahead }}) then {{ documents }}.published_to
        when {{ times }}.occurred_to is not null then {{ times }}.occurred_to
        when not ({{ is_ahead }}) and coalesce({{ documents }}.published_to >= {{ times }}.occurred_from, true)
            then {{ documents }}.published_to
    end as {{ verb }}_to,
    case
        when {{ is_cut_by_report(times, documents, is_ahead) }} then 'interval'
        when {{ is_dated_by_words(times) }} then {{ times }}.date_precision
        when case when {{ is_ahead }} then {{ documents }}.published_from else {{ documents }}.published_to end is not null
            then 'interval'
        else 'unknown'
    end as date_precision,
    case
        when {{ is_dated_by_words(times) }} then {{ times }}.date_basis
        when case when {{ is_ahead }} then {{ documents }}.published_from else {{ documents }}.published_to end is not null
            then 'inferred'
        else 'unknown'
    end as date_basis
{%- endmacro %}

{#- The day, where the bounds leave only one. -#}
{% macro only_day(first_day, last_day) -%}
    case when {{ first_day }} = {{ last_day }} then {{ first_day }} end
{%- endmacro %}

{#- Two rows are near in time when at most this many days lie between them. Null dates are not near. -#}
{% macro are_near(one_day, other_day, days=60) -%}
    abs({{ one_day }} - {{ other_day }}) <= {{ days }}
{%- endmacro %}
