with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'plan' as applies,
        is_classified as is_hit,
        {{ says('涉密或保密项目，金额 {amount_wan|2|未知} 万元', 'Classified project, amount {amount_wan|2|unknown} 万元') }}
    from {{ subjects_of('project_classified', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        true as applies,
        -- of a year that the user names, nobody looked whether it is printed; the name of a file is published with it
        year_basis not in ('printed', 'outside', 'file_name')
        and not (year_basis = 'manifest' and names_year) as is_hit,
        {{ says('文件未印预算年度，{budget_year} 年的依据：{year_evidence}',
            'No budget year is printed; {budget_year} is taken from: {year_evidence}') }}
    from {{ subjects_of('year_not_printed', 'int_documents_audited') }}
    union all
    select
        {{ subject_columns() }},
        shared_share is not null as applies,
        shared_share >= threshold as is_hit,
        {{ says('与 {other_file_name} 同部门同年度同表式，项目名称重合 {(shared_share * 100)::integer}%',
            'Same department, year and form as {other_file_name}; {(shared_share * 100)::integer}% of the ' ~
            'projects have the same names') }}
    from {{ subjects_of('published_twice', 'int_documents_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
