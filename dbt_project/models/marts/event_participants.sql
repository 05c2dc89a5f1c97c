select
    event_id,
    actor_id,
    participation
from {{ ref('int_event_participants_ranked') }}
