with weights as (
    {{ printed_of_indicators(['printed_level1', 'printed_level2', 'weight']) }}
),

levels as (
    select
        indicators.form_key,
        indicators.indicator_seq,
        nullif(regexp_extract(indicators.note, '^([0-9]+(?:[.][0-9]+)?)(?:；|$)', 1), '') as note_points,
        depths.depth,
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

-- points in a column of their own are a note of the first indicator of each level: 40；按比例计分
noted as (
    select
        form_key,
        level_name,
        min(indicator_seq) as first_seq,
        max(note_points) as level_note,
        try_cast(max(note_points) as decimal(18, 6)) as level_weight,
        sum(weight) as weights
    from levels
    where depth = 1
    group by form_key, level_name
    having
        count(*) = count(weight)
        and count(note_points) = 1
        and min(case when note_points is not null then indicator_seq end) = min(indicator_seq)
),

-- most levels add up to them: they are their points
proved as (
    select form_key from noted
    group by form_key
    having 2 * count(case when weights = level_weight then 1 end) > count(*) and count(*) > 2
),

points as (
    select
        form_key,
        level_name,
        level_weight,
        weights,
        first_seq,
        adds_up
    from summed
    union all
    select
        noted.form_key,
        noted.level_name || '（' || noted.level_note || '分）' as level_name,
        noted.level_weight,
        noted.weights,
        noted.first_seq,
        noted.weights = noted.level_weight as adds_up
    from noted
    inner join proved on noted.form_key = proved.form_key
),

first_of_form as (
    select
        form_key,
        level_name,
        level_weight,
        weights,
        adds_up
    from points
    qualify row_number() over (partition by form_key order by adds_up, first_seq, level_name) = 1
)

select * from first_of_form
