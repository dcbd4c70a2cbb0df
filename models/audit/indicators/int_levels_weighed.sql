with weights as (
    {{ printed_of_indicators(['printed_level1', 'printed_level2', 'weight']) }}
),

levels as (
    select
        indicators.form_key,
        indicators.indicator_seq,
        case depths.depth when 1 then weights.printed_level1 else weights.printed_level2 end as level_name,
        weights.weight
    from weights
    inner join {{ ref('int_indicators_united') }} as indicators on weights.subject_key = indicators.subject_key
    cross join (values (1), (2)) as depths (depth)
),

pointed as (
    select
        *,
        try_cast(
            nullif(regexp_extract({{ name_key('level_name') }}, '[(]([0-9]+(?:[.][0-9]+)?)(?:分|%)[)]', 1), '')
            as decimal(18, 6)
        ) as level_weight
    from levels
),

-- twice the points of a level are those of two tasks that print it
summed as (
    select
        form_key,
        level_name,
        level_weight,
        sum(weight) as weights,
        min(indicator_seq) as first_seq,
        sum(weight) = level_weight or count(*) > 1 and sum(weight) % level_weight = 0 as adds_up
    from pointed
    where level_weight > 0
    group by form_key, level_name, level_weight
    having count(*) = count(weight)
),

first_of_form as (
    select
        form_key,
        level_name,
        level_weight,
        weights,
        adds_up
    from summed
    qualify row_number() over (partition by form_key order by adds_up, first_seq, level_name) = 1
)

select * from first_of_form
