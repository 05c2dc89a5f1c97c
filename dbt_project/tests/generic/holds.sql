{# Conditions that every row meets, each with a name that a failure can be told by. A condition that is null fails. #}
{% test holds(model, conditions) %}
    {% for name, condition in conditions.items() %}
        select
            '{{ name }}' as broken,
            rows_of_it.*
        from {{ model }} as rows_of_it
        where coalesce({{ condition }}, false) = false
        {{ 'union all' if not loop.last }}
    {% endfor %}
{% endtest %}
