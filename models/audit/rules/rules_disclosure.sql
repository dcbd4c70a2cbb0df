with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'plan' as applies,
        is_classified as is_hit,
        '涉密或保密项目，金额 ' || coalesce(amount_wan::decimal(18, 2)::varchar, '未知') || ' 万元' as message
    from {{ subjects_of('project_classified', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        true as applies,
        year_basis != 'printed' as is_hit,
        '文件未印预算年度，' || budget_year || ' 年的依据：' || coalesce(year_evidence, '') as message
    from {{ subjects_of('year_not_printed', 'int_documents_audited') }}
    union all
    select
        {{ subject_columns() }},
        shared_share is not null as applies,
        shared_share >= threshold as is_hit,
        '与 ' || other_file_name || ' 同部门同年度同表式，项目名称重合 ' || (shared_share * 100)::integer || '%' as message
    from {{ subjects_of('published_twice', 'int_documents_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
