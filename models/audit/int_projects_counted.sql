with goals as (
    {{ touched('fct_goals') }}
),

indicators as (
    {{ touched('fct_indicators') }}
),

categories as (
    select * from {{ ref('dim_category') }}
),

counted as (
    select
        indicators.document_key,
        indicators.project_key,
        count(*) as indicators,
        count(*) filter (where categories.level1_code = '1') as output_indicators,
        count(*) filter (where categories.level1_code = '2') as benefit_indicators,
        count(*) filter (where categories.level1_code = '3') as satisfaction_indicators,
        count(*) filter (where categories.level1_code = '4') as cost_indicators,
        cast(sum({{ text_digest([
            'indicators.indicator_seq', 'indicators.indicator_name', 'indicators.cycle_target', 'indicators.annual_target'
        ]) }}) as varchar) as signature
    from indicators
    inner join categories on indicators.category_key = categories.category_key
    group by indicators.document_key, indicators.project_key
),

texts as (
    select
        goals.goal_key,
        {{ name_key('goals.annual_goal') }} as goal_text,
        counted.signature,
        coalesce(counted.indicators, 0) as indicators,
        coalesce(counted.output_indicators, 0) as output_indicators,
        coalesce(counted.benefit_indicators, 0) as benefit_indicators,
        coalesce(counted.satisfaction_indicators, 0) as satisfaction_indicators,
        coalesce(counted.cost_indicators, 0) as cost_indicators,
        sum(coalesce(counted.cost_indicators, 0)) over (partition by goals.document_key) > 0 as document_uses_cost,
        count(*) over (partition by goals.document_key, {{ name_key('goals.annual_goal') }}) as same_goal,
        count(*) over (partition by goals.document_key, counted.signature) as same_indicators
    from goals
    left join counted on goals.document_key = counted.document_key and goals.project_key = counted.project_key
)

select * from texts
