{# The columns every row of evidence carries: the document, the words and where in its body they stand. #}
{% macro evidence_columns(relation) -%}
    {{ relation }}.evidence,
    {{ relation }}.evidence_start,
    {{ relation }}.evidence_end
{%- endmacro %}
