with indicators as (
    select * from {{ ref('int_indicators_related') }}
),

projects as (
    select * from {{ ref('int_projects_audited') }}
),

placed as (
    select
        indicators.subject_key as placed_subject_key,
        case when indicators.form_kind = 'plan' then indicators.subject_key end as indicator_key,
        projects.document_key,
        projects.project_key,
        categories.level1_code,
        categories.level2_code,
        -- 决策, 过程: criteria of an evaluator
        categories.level1_code = '9' and indicators.printed_level2 is not null as is_criterion,
        projects.budget_year,
        projects.cycle_end_year,
        projects.is_multi_year,
        projects.last_year,
        projects.is_blank,
        projects.is_classified,
        projects.amount_wan,
        projects.is_proved,
        -- what a limit of cost is of: 项目支出 of a department, or all its money, the larger one where it was changed
        case
            when indicators.form_kind = 'department' and contains(indicators.name_text, '项目') then projects.project_wan
            else projects.largest_wan
        end as limited_wan,
        projects.targets as form_targets,
        projects.previous_form_key,
        doubts.indicator_key is not null as is_doubtful,
        joined.is_joined,
        contradicted.other_name as contradicted_name,
        contradicted.other_target as contradicted_target,
        count(nullif(indicators.is_number_name, true)) over (partition by indicators.form_key) as form_names,
        max(indicators.cycle_target) over (partition by indicators.form_key) is not null as has_cycle_column,
        count(indicators.cycle_target) over (partition by indicators.form_key) as form_cycle_targets,
        count(indicators.annual_target) over (partition by indicators.form_key) as form_annual_targets,
        count(case when indicators.is_left_blank then 1 end) over (partition by indicators.form_key) as form_left_blank,
        count(*) over (partition by indicators.form_key, categories.level2_code, indicators.name_text)
            as same_name_in_project,
        row_number() over (
            partition by indicators.form_key, categories.level2_code, indicators.name_text
            order by indicators.indicator_seq
        ) as place_among_same,
        row_number() over (
            partition by indicators.form_key, indicators.name_text, indicators.annual_text
            order by indicators.indicator_seq
        ) as place_among_equal,
        count(*) over (partition by indicators.form_key, indicators.name_text) as same_name_in_form
    from indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    inner join projects on indicators.form_key = projects.form_key
    left join {{ ref('int_targets_joined') }} as joined
        on case when indicators.form_kind = 'plan' then projects.document_key end = joined.document_key
    left join {{ ref('int_indicators_contradicted') }} as contradicted
        on indicators.subject_key = contradicted.subject_key
    left join {{ ref('int_doubts_gathered') }} as doubts
        on indicators.form_key = doubts.form_key and indicators.subject_key = doubts.indicator_key
),

-- of the year before, what a name alone stands for
previous as (
    select
        form_key,
        name_text,
        max(annual_target) as annual_target,
        max(annual_value) as annual_value,
        max(annual_operator) as annual_operator,
        max(annual_plain_unit) as annual_plain_unit
    from indicators
    where annual_is_quantitative
    group by form_key, name_text
    having count(*) = 1
),

subjects as (
    select
        indicators.*,
        placed.*,
        -- of the year before in the warehouse, or printed beside that of the year
        coalesce(previous.annual_target, indicators.before_targets) as previous_target,
        coalesce(previous.annual_value, indicators.before_value) as previous_value,
        case when previous.form_key is null then indicators.annual_operator else previous.annual_operator end
            as previous_operator,
        case when previous.form_key is null then indicators.annual_plain_unit else previous.annual_plain_unit end
            as previous_unit
    from indicators
    inner join placed on indicators.subject_key = placed.placed_subject_key
    left join previous
        on
            case when placed.same_name_in_form = 1 then placed.previous_form_key end = previous.form_key
            and indicators.name_text = previous.name_text
)

select * from subjects
order by subject_key
