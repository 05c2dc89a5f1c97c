{# Promise 1 of the contract: the evidence of every row stands in its document's body, where the offsets say. #}
{% test evidence_stands_in_body(model) %}
    with claims as (
        select * from {{ model }}
    ),

    documents as (
        select
            document_id,
            body
        from {{ ref('documents') }}
    )

    select claims.*
    from claims
    left join documents on claims.document_id = documents.document_id
    where
        substr(documents.body, claims.evidence_start + 1, claims.evidence_end - claims.evidence_start)
        is distinct from claims.evidence
        or claims.evidence = ''
{% endtest %}
