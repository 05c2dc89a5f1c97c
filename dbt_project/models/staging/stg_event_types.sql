select
    event_type,
    event_mode,
    quad_class,
    score,
    cameo_code,
    goldstein,
    description
from {{ lake_table('event_types', 'resolved') }}
