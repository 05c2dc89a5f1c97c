select
    document_id,
    story_id,
    is_story_primary,
    near_document_id,
    near_share
from {{ lake_table('stories', 'resolved') }}
