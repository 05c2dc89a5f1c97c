select
    document_id,
    source_uri,
    file_name,
    media_type,
    content,
    byte_count,
    given,
    batch_id,
    make_timestamp(epoch_us(ingested_at)) as ingested_at
from {{ lake_table('raw_documents') }}
