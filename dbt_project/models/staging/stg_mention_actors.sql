select
    mention_id,
    document_id,
    actor_id
from {{ lake_table('mention_actors', 'resolved') }}
