select
    table_name,
    row_key,
    document_id,
    source_uri,
    expectation,
    reason,
    row,
    batch_id
from {{ lake_table('rejected') }}
