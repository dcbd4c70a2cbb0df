with forms as (
    select
        *,
        coalesce(annual_goal, cycle_goal) is null
        or regexp_matches({{ name_key('coalesce(annual_goal, cycle_goal)') }}, {{ audit_pattern('none_declared') }})
            as has_no_goal,
        form_kind = 'department' and count(*) over (partition by document_key, form_kind) > 1 as is_of_parts
    from {{ ref('int_forms_described') }}
),

projects as (
    {{ touched_projects() }}
),

units as (
    select
        *,
        count(*) over (partition by department_key) as department_units
    from {{ ref('dim_unit') }}
    {{ where_touched('department_key') }}
),

repairs as (
    select
        document_key,
        project_key,
        max(amount_printed) filter (where is_repaired) as repaired_printed
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
),

sums as (
    select
        form_key as summed_form_key,
        * exclude (form_key)
    from {{ ref('int_sums_checked') }}
),

subjects as (
    select
        forms.form_key as subject_key,
        forms.*,
        cast(null as bigint) as indicator_key,
        units.unit_name,
        units.department_units as document_units,
        other_units.other_unit_name,
        sums.*,
        mentioned.*,
        projects.project_name,
        regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('instruction_name') }})
            as has_instruction_name,
        regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('reduction_name') }}) as is_reduction,
        coalesce(projects.is_classified, false) as is_classified,
        regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('standard_project') }}) as is_standard,
        repairs.repaired_printed,
        coalesce(forms.cycle_end_year > forms.cycle_start_year, false) as is_multi_year,
        -- null where nobody can tell: several years, and which ones is not printed
        case
            when
                coalesce(forms.cycle_end_year, timed.period_end_year) is not null
                or not coalesce(timed.is_of_several_years, false)
                and (forms.cycle_goal is null or coalesce(timed.is_of_one_year, false))
                then greatest(forms.budget_year, forms.cycle_end_year, timed.period_end_year)
        end as last_year,
        {{ name_key('forms.annual_goal') }} = {{ name_key('forms.cycle_goal') }} as goals_equal,
        previous.form_key as previous_form_key,
        previous.annual_goal as previous_goal,
        previous.amount_wan as previous_wan,
        previous.signature as previous_signature,
        count(*) over (partition by forms.document_key) as document_forms,
        count(coalesce(forms.annual_goal, forms.cycle_goal)) over (partition by forms.document_key) as document_goals,
        sum(forms.indicators) over (partition by forms.document_key) as document_indicators,
        -- nothing is filled in: no goal, no money, and of no indicator a target or an answer
        (
            forms.has_no_goal
            or coalesce(
                regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('instruction_name') }}), false
            )
        )
        and coalesce(forms.amount_wan, 0) = 0 and forms.targets + forms.answers = 0
        and not forms.is_of_parts as is_blank
    from forms
    left join projects on forms.project_key = projects.project_key
    left join units on forms.unit_key = units.unit_key
    left join repairs on forms.document_key = repairs.document_key and forms.project_key = repairs.project_key
    left join {{ ref('int_projects_timed') }} as timed
        on forms.document_key = timed.document_key and forms.project_key = timed.project_key
    left join {{ ref('int_units_named') }} as other_units on forms.form_key = other_units.form_key
    left join sums on forms.form_key = sums.summed_form_key
    left join {{ ref('int_forms_mentioned') }} as mentioned on forms.form_key = mentioned.mentioned_form_key
    left join {{ ref('int_goals_grouped') }} as previous
        on
            case when forms.form_kind = 'plan' then forms.unit_key end = previous.unit_key
            and projects.project_family = previous.project_family
            and forms.budget_year = previous.budget_year + 1
)

select * from subjects
order by subject_key
