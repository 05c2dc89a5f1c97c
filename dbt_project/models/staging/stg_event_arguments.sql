select
    mention_id,
    document_id,
    participation,
    position,
    actor_mention_id
from {{ lake_table('event_arguments') }}
