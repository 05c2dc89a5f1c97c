{# Each value of a column stands in the table it refers to. columns: {column: table.column}; null refers to nothing. #}
{% test refers_to(model, columns) %}
    {% for column, there in columns.items() %}
        {% set table, key = there.split('.') %}
        select
            '{{ column }}' as column_name,
            {{ column }} as missing
        from {{ model }}
        where {{ column }} is not null and {{ column }} not in (select {{ key }} from {{ ref(table) }})
        {{ 'union all' if not loop.last }}
    {% endfor %}
{% endtest %}
