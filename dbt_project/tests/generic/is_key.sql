{# The columns together identify a row. Nulls count as a value: (consult, null) may stand once. #}
{% test is_key(model, columns) %}
    select
        {{ columns | join(', ') }},
        count(*) as row_count
    from {{ model }}
    group by {{ columns | join(', ') }}
    having count(*) > 1{% if columns | length == 1 %} or {{ columns[0] }} is null{% endif %}
{% endtest %}
