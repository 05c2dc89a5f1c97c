with sides as (
    select
        mention_id,
        count(distinct participation) as sides_named
    from {{ ref('stg_event_arguments') }}
    group by mention_id
),

mentions as (
    select
        dated.*,
        coalesce(sides.sides_named, 0) as sides_named,
        {{ status_rank('dated.status') }} as standing
    from {{ ref('int_event_mentions_dated') }} as dated
    left join sides on dated.mention_id = sides.mention_id
),

ranked as (
    select
        *,
        first_value(event_type) over (partition by event_id order by standing, confidence desc, mention_id) as leading_type,
        first_value(status) over (partition by event_id order by standing, mention_id) as leading_status
    from mentions
),

-- the surest mention names the type, one that it happened before one that it will; only mentions of that type refine it
typed as (
    select
        mention_id,
        event_id,
        document_id,
        story_id,
        published_on,
        leading_type as event_type,
        case when event_type = leading_type then event_mode end as event_mode,
        case when event_type = leading_type then context end as context,
        case when event_type = leading_type then cameo_code end as cameo_code,
        place,
        leading_status as status,
        -- a report that it will happen does not sum up that it has
        case when status = leading_status then evidence end as evidence,
        -- "the talks" names no side itself
        case when rule = 'frame:noun:resumed' then 0 else sides_named end as sides_named,
        {{ is_unclear('evidence', 'rule') }} as is_unclear,
        standing,
        confidence
    from ranked
),

merged as (
    select
        event_id,
        event_type,
        status,
        first(event_mode order by event_mode is null, confidence desc, mention_id) as event_mode,
        first(context order by context is null, confidence desc, mention_id) as context,
        first(cameo_code order by cameo_code is null, event_mode is null, standing, confidence desc, mention_id) as cameo_code,
        first(place order by place is null, standing, confidence desc, mention_id) as place,
        first(evidence order by evidence is null, sides_named desc, is_unclear, length(evidence), mention_id) as summary,
        count(*) as mention_count,
        count(distinct document_id) as document_count,
        count(distinct story_id) as independent_source_count,
        min(published_on) as first_reported_on
    from typed
    group by event_id, event_type, status
),

-- copies of one story repeat its mistakes, so a story speaks once, with its surest mention
story_support as (
    select
        mentions.event_id,
        mentions.story_id,
        max(mentions.confidence) as confidence
    from mentions
    inner join merged on mentions.event_id = merged.event_id and mentions.status = merged.status
    group by mentions.event_id, mentions.story_id
),

-- noisy or: the event is not so only if every independent story is wrong
support as (
    select
        event_id,
        round(least(0.99, 1 - product(1 - confidence order by story_id)), 4) as confidence
    from story_support
    group by event_id
)

select
    merged.*,
    support.confidence
from merged
inner join support on merged.event_id = support.event_id
