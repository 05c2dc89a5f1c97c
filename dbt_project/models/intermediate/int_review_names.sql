-- What a person could do about names: give the codebook those it does not know, decide between two, check a machine's rewordings.
with actors as (
    select * from {{ ref('actors') }}
),

actor_mentions as (
    select * from {{ ref('actor_mentions') }}
),

raw_mentions as (
    select * from {{ ref('stg_actor_mentions') }}
),

positions as (
    select * from {{ ref('stated_positions') }}
),

-- the passage that shows best who it is: the longest way the actor is named
examples as (
    select
        actor_id,
        document_id,
        surface
    from actor_mentions
    qualify row_number() over (partition by actor_id order by length(surface) desc, mention_id) = 1
),

unknown_actors as (
    select
        actors.actor_id as item_id,
        'unknown_actor' as kind,
        examples.document_id,
        actors.name || ': ' || actors.mention_count || ' mention(s) in ' || actors.document_count || ' document(s)'
        || coalesce(', as ' || examples.surface, '') as detail,
        'add to actors.csv, mended where it is wrong: '
        || concat_ws(
            ',',
            actors.actor_id,
            {{ csv_cell('actors.name') }},
            actors.actor_type,
            coalesce(actors.country_code, ''),
            coalesce(actors.sector, ''),
            coalesce(actors.wikidata_id, ''),
            coalesce(actors.represents_id, '')
        ) as suggestion,
        -- a group is most often described, not named: "Russian officials"
        (actors.document_count * 1000 + actors.mention_count)
        * case when actors.actor_type = 'group' then 1e-6 else 1 end as urgency
    from actors
    left join examples on actors.actor_id = examples.actor_id
    where actors.is_discovered
),

probable_aliases as (
    select
        actor_mentions.actor_id || ':' || lower(actor_mentions.surface) as item_id,
        'probable_alias' as kind,
        min(actor_mentions.document_id) as document_id,
        '“' || min(actor_mentions.surface) || '” is taken for ' || any_value(actors.name) || ': ' || count(*) || ' mention(s) in '
        || count(distinct actor_mentions.document_id) || ' document(s)' as detail,
        'if it is not ' || any_value(actors.name) || ', take the line of “' || lower(actor_mentions.surface)
        || '” out of paraphrases.csv or aliases.csv; if it is, nothing is to be done' as suggestion,
        count(*) as urgency
    from actor_mentions
    inner join actors on actor_mentions.actor_id = actors.actor_id
    where actor_mentions.resolution = 'probable_alias'
    group by actor_mentions.actor_id, lower(actor_mentions.surface)
),

-- a name that is several actors'; a bare title is no name
ambiguous_names as (
    select
        raw_mentions.surface || ':' || raw_mentions.candidates as item_id,
        'ambiguous_name' as kind,
        min(raw_mentions.document_id) as document_id,
        '“' || raw_mentions.surface || '” may be ' || replace(raw_mentions.candidates, '; ', ' or ') || ': ' || count(*)
        || ' mention(s) in ' || count(distinct raw_mentions.document_id) || ' document(s) left open' as detail,
        'if it is always the first of them, add to aliases.csv: '
        || concat_ws(',', {{ csv_cell('raw_mentions.surface') }}, split_part(raw_mentions.candidates, '; ', 1), 'name')
            as suggestion,
        count(*) as urgency
    from raw_mentions
    anti join actor_mentions on raw_mentions.mention_id = actor_mentions.mention_id
    where raw_mentions.candidates is not null and regexp_matches(raw_mentions.surface, '^[A-Z]')
    group by raw_mentions.surface, raw_mentions.candidates
),

-- somebody with a name, or of a named place, who is no actor
unresolved_speakers as (
    select
        speaker as item_id,
        'unresolved_speaker' as kind,
        min(document_id) as document_id,
        '“' || speaker || '” states ' || count(*) || ' position(s) in ' || count(distinct document_id)
        || ' document(s), and is no actor the codebook knows: ' || min(statement) as detail,
        'if it is an actor of actors.csv, add to aliases.csv, with the actor''s id: ' || {{ csv_cell('speaker') }}
        || ',ACTOR-ID,name; if it is one actor that is missing there, add a line for it; else nothing is to be done'
            as suggestion,
        -- names before descriptions: "a US official", "experts in Vienna"
        count(*) * case when {{ is_wholly_a_name('speaker') }} then 1000 else 1 end as urgency
    from positions
    where speaker_id is null and regexp_matches(speaker, '.[A-Z]')
    group by speaker
)

select * from unknown_actors
union all
select * from probable_aliases
union all
select * from ambiguous_names
union all
select * from unresolved_speakers
