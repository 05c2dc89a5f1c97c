select
    actor_id,
    alias
from {{ lake_table('actor_aliases', 'resolved') }}
