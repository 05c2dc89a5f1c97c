select
    mention_id,
    document_id,
    event_id
from {{ lake_table('happenings', 'resolved') }}
