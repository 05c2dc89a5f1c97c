{# Promise 2 of the contract: a quotation is in the body to the letter, and a machine's paraphrase is nobody's words. #}
{% test quotes_stand_in_body(model) %}
    with claims as (
        select * from {{ model }}
        where quote is not null or is_verbatim
    ),

    documents as (
        select
            document_id,
            body,
            text_origin
        from {{ ref('documents') }}
    )

    select claims.*
    from claims
    inner join documents on claims.document_id = documents.document_id
    where documents.text_origin = 'machine_paraphrased' or not contains(documents.body, claims.quote)
{% endtest %}
