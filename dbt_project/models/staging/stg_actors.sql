select
    actor_id,
    name,
    actor_type,
    country_code,
    sector,
    wikidata_id,
    represents_id,
    is_discovered
from {{ lake_table('actors', 'resolved') }}
