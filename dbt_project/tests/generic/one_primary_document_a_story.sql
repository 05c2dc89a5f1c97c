{# A story is told by exactly one of its documents. #}
{% test one_primary_document_a_story(model) %}
    select story_id
    from {{ model }}
    group by story_id
    having count(*) filter (where is_story_primary) <> 1
{% endtest %}
