select
    time_id,
    document_id,
    occurred_from,
    occurred_to,
    date_precision,
    date_basis
from {{ lake_table('bound_times', 'resolved') }}
