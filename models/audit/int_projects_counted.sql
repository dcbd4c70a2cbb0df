with forms as (
    select * from {{ ref('int_forms_united') }}
),

projects as (
    {{ touched_projects() }}
),

indicators as (
    select * from {{ ref('int_indicators_described') }}
    where not is_unused
),

counted as (
    select
        indicators.form_key,
        count(*) as indicators,
        count(*) filter (where categories.level1_code = '1') as output_indicators,
        count(*) filter (where categories.level1_code = '2') as benefit_indicators,
        count(*) filter (where categories.level1_code = '3' or indicators.is_satisfaction_name)
            as satisfaction_indicators,
        count(*) filter (where categories.level1_code = '4' or categories.level2_code = '14') as cost_indicators,
        count(*) filter (where categories.level1_code = '9') as unclassified_indicators,
        count(*) filter (where indicators.annual_target is not null or indicators.cycle_target is not null) as targets,
        count(*) filter (where indicators.annual_is_quantitative or indicators.cycle_is_quantitative) as quantities,
        count(*) filter (where indicators.has_answer) as answers,
        count(*) filter (where indicators.is_noted) as of_regions,
        cast(sum({{ text_digest([
            'indicators.indicator_seq', 'indicators.indicator_name', 'indicators.cycle_target', 'indicators.annual_target'
        ]) }}) as varchar) as signature
    from indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    group by indicators.form_key
),

named as (
    select
        forms.form_key,
        forms.form_kind,
        forms.document_key,
        coalesce(projects.project_family, '') as project_family,
        {{ name_key('forms.annual_goal') }} as goal_text,
        counted.signature,
        coalesce(counted.indicators, 0) as indicators,
        coalesce(counted.output_indicators, 0) as output_indicators,
        coalesce(counted.benefit_indicators, 0) as benefit_indicators,
        coalesce(counted.satisfaction_indicators, 0) as satisfaction_indicators,
        coalesce(counted.cost_indicators, 0) as cost_indicators,
        coalesce(counted.unclassified_indicators, 0) as unclassified_indicators,
        coalesce(counted.targets, 0) as targets,
        coalesce(counted.quantities, 0) as quantities,
        coalesce(counted.answers, 0) as answers,
        coalesce(counted.of_regions, 0) as of_regions
    from forms
    left join counted on forms.form_key = counted.form_key
    left join projects on forms.project_key = projects.project_key
),

-- projects of one family are parts of one task: that they say the same is no copy
same_goals as (
    select
        document_key,
        form_kind,
        goal_text,
        count(distinct project_family) as families
    from named
    group by document_key, form_kind, goal_text
),

same_signatures as (
    select
        document_key,
        form_kind,
        signature,
        count(distinct project_family) as families
    from named
    group by document_key, form_kind, signature
),

texts as (
    select
        named.*,
        avg(case when named.indicators > 0 then cast(named.cost_indicators > 0 as integer) end)
            over (partition by named.document_key, named.form_kind) as cost_share,
        coalesce(same_goals.families, 1) as same_goal,
        coalesce(same_signatures.families, 1) as same_indicators
    from named
    left join same_goals
        on
            named.document_key = same_goals.document_key
            and named.form_kind = same_goals.form_kind
            and named.goal_text = same_goals.goal_text
    left join same_signatures
        on
            named.document_key = same_signatures.document_key
            and named.form_kind = same_signatures.form_kind
            and named.signature = same_signatures.signature
)

select * from texts
