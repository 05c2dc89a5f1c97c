select
    document_id,
    published_on,
    published_from,
    published_to,
    date_precision,
    date_basis,
    date_evidence
from {{ lake_table('document_dates', 'resolved') }}
