select
    document_id,
    paragraph_number,
    paragraph_start,
    paragraph_end,
    sentence_start,
    sentence_end,
    is_title
from {{ lake_table('sentences') }}
