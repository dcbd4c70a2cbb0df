with indicators as (
    select
        form_key,
        subject_key,
        indicator_name,
        annual_target,
        note,
        try_cast(
            replace(regexp_extract(annual_target, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6)
        ) as total_value
    from {{ ref('int_indicators_united') }}
    where
        annual_unit is distinct from '%'
        and not regexp_matches({{ name_key('indicator_name') }}, {{ audit_pattern('rate_name') }})
),

-- what the form prints of each region stands beside the target of all
parts as (
    select
        subject_key,
        unnest(string_split(note, '；')) as part
    from indicators
    where regexp_matches(note, '：[≥≤=<>]?[0-9]')
),

beside as (
    select
        subject_key,
        try_cast(
            replace(
                regexp_extract(part, '^[^：]{1,12}：[≥≤=<>]?([0-9][0-9,]*(?:[.][0-9]+)?)', 1), ',', ''
            ) as decimal(18, 6)
        ) as region_value
    from parts
    where regexp_matches(part, {{ audit_pattern('region_of_note') }})
),

-- or in a form of its own
regions as (
    select * from beside
    union all
    select
        subject_key,
        region_value
    from {{ ref('int_regions_apart') }}
),

summed as (
    select
        indicators.form_key,
        indicators.subject_key,
        indicators.indicator_name as divided_name,
        indicators.annual_target as divided_target,
        cast(sum(regions.region_value) as decimal(18, 2)) as regions_value,
        sum(regions.region_value) = indicators.total_value as adds_up
    from regions
    inner join indicators on regions.subject_key = indicators.subject_key
    group by
        indicators.form_key,
        indicators.subject_key,
        indicators.indicator_name,
        indicators.annual_target,
        indicators.total_value
    -- a standard is that of each region
    having
        count(*) > 1
        and count(regions.region_value) = count(*)
        and max(regions.region_value) < indicators.total_value
),

-- where one indicator is divided among the regions, the others are
proved as (
    select
        *,
        bool_or(adds_up) over (partition by form_key) as is_divided
    from summed
)

select
    form_key,
    divided_name,
    divided_target,
    regions_value,
    adds_up
from proved
where is_divided
qualify row_number() over (partition by form_key order by adds_up, subject_key) = 1
