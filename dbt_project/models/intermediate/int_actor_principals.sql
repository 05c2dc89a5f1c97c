with recursive actors as (
    select
        actor_id,
        represents_id
    from {{ ref('stg_actors') }}
),

-- up from a spokesman to the body he speaks for, to its state; `path` keeps a circle in the codebook from going round
chains as (
    select
        actor_id,
        actor_id as principal_id,
        represents_id as next_id,
        [actor_id] as path
    from actors
    union all
    select
        chains.actor_id,
        actors.actor_id as principal_id,
        actors.represents_id as next_id,
        list_append(chains.path, actors.actor_id) as path
    from chains
    inner join actors on chains.next_id = actors.actor_id
    where not list_contains(chains.path, actors.actor_id)
)

select
    actor_id,
    principal_id
from chains
qualify row_number() over (partition by actor_id order by len(path) desc) = 1
