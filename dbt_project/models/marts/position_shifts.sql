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
where
    stance <> previous_stance
    -- one person's change of mind is his own, not once more that of the state he represents
    and coalesce(holder_id = stated_by or stated_by <> previously_stated_by, true)
qualify row_number() over (partition by position_id order by holder_id = stated_by desc nulls last, holder_id) = 1
