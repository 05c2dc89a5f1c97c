select
    document_id,
    story_id,
    is_story_primary
from {{ lake_table('stories', 'resolved') }}
