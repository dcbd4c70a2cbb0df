with listed as (
    {{ touched('fct_listed_projects') }}
),

executions as (
    {{ touched('fct_execution') }}
),

-- of several amounts that differ, the last of the list
measured as (
    select
        *,
        row_number() over (
            partition by form_key
            order by
                case when differs then 1 else 2 end,
                case measure when 'executed' then 1 when 'adjusted' then 2 when 'budget' then 3 else 4 end,
                listed_project_key
        ) as place
    from {{ ref('int_measures_listed') }}
),

scored as (
    select
        executions.execution_key as form_key,
        listed.listed_project_key,
        listed.score,
        executions.total_score,
        row_number() over (
            partition by executions.execution_key
            order by abs(listed.score - executions.total_score) desc, listed.listed_project_key
        ) as place
    from listed
    inner join executions
        on listed.document_key = executions.document_key and listed.project_key = executions.project_key
    where listed.has_form and listed.score is not null and executions.total_score is not null
),

found as (
    select
        forms.form_key as mentioned_form_key,
        measured.measure as listed_measure,
        case measured.measure
            when 'executed' then '全年执行数' when 'adjusted' then '全年预算数' when 'budget' then '年初预算数' else '金额'
        end as measure_zh,
        case measured.measure
            when 'executed' then 'money spent of'
            when 'adjusted' then 'an adjusted budget of'
            when 'budget' then 'a budget of'
            else 'money of'
        end as measure_en,
        measured.listed_wan,
        measured.form_wan as listed_form_wan,
        measured.differs as listed_differs,
        amounts.heading as money_heading,
        amounts.page as money_page,
        scored.score as listed_score,
        scored.total_score as form_score,
        scores.heading as score_heading,
        scores.page as score_page,
        unlisted.is_unlisted,
        unlisted.list_heading,
        unlisted.list_page,
        rates.each_rate,
        rates.each_words,
        rates.each_page,
        executions.computed_rate as form_rate,
        executions.executed_wan as form_executed_wan
    from {{ ref('int_forms_united') }} as forms
    left join executions on forms.form_key = executions.execution_key
    left join {{ ref('int_rates_of_each') }} as rates on executions.document_key = rates.document_key
    left join measured on forms.form_key = case when measured.place = 1 then measured.form_key end
    left join listed as amounts on measured.listed_project_key = amounts.listed_project_key
    left join scored on forms.form_key = case when scored.place = 1 then scored.form_key end
    left join listed as scores on scored.listed_project_key = scores.listed_project_key
    left join {{ ref('int_projects_unlisted') }} as unlisted on forms.form_key = unlisted.form_key
)

select * from found
where listed_measure is not null or listed_score is not null or is_unlisted is not null or each_rate is not null
