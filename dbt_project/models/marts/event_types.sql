select
    event_type,
    event_mode,
    quad_class,
    score,
    description
from {{ ref('stg_event_types') }}
