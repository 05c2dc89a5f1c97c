select
    issue_id,
    issue,
    parent_issue_id,
    description
from {{ ref('stg_issues') }}
