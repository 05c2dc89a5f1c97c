select
    time_id,
    document_id,
    evidence,
    evidence_start,
    evidence_end,
    value_from,
    value_to,
    precision,
    relation,
    unit,
    amount,
    weekday,
    month,
    day,
    counted_from,
    anchor_time_id
from {{ lake_table('time_expressions') }}
