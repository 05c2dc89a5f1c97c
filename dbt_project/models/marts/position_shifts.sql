select
    holder_id,
    issue_id,
    previous_position_id as from_position_id,
    position_id as to_position_id,
    previous_stance as from_stance,
    stance as to_stance,
    counted_on as shifted_on,
    counted_on - previous_counted_on as days_between
from {{ ref('int_stances_ordered') }}
where stance <> previous_stance
