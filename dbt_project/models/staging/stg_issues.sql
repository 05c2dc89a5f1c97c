select
    issue_id,
    issue,
    parent_issue_id,
    description
from {{ lake_table('issues', 'resolved') }}
