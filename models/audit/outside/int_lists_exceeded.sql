with listed as (
    select * from ({{ touched('fct_listed_projects') }}) as projects
    where is_evaluated or (not divides_form and regexp_matches(heading, {{ audit_pattern('project_list_title') }}))
),

-- a list whose rows add up to its one total is whole
lists as (
    select
        document_key,
        table_seq,
        max(heading) as list_heading,
        max(page) as list_page,
        count(case when not is_total then 1 end) as listed_projects,
        max(case when is_total then coalesce(allocated_wan, adjusted_wan) end) as listed_wan
    from listed
    group by document_key, table_seq
    having
        count(case when is_total then 1 end) = 1
        and count(case when not is_total then 1 end) > 1
        and max(case when is_total then coalesce(allocated_wan, adjusted_wan) end)
        = sum(case when not is_total then coalesce(allocated_wan, adjusted_wan) end)
),

said as (
    select
        document_key,
        figure,
        forms,
        said_value,
        said_printed,
        words,
        page
    from {{ ref('int_statements_meant') }}
    where
        figure in ('projects', 'money')
        and not regexp_matches(scope_words, {{ audit_pattern('other_money_said') }})
),

-- of performance some projects may be said, never more than there are; far more are those of a larger budget, and a
-- list without one of the forms is raised itself
exceeded as (
    select
        lists.document_key,
        lists.list_heading,
        lists.list_page,
        lists.listed_projects,
        lists.listed_wan,
        said.said_printed,
        said.words,
        said.page,
        case said.figure
            when 'projects'
                then said.said_value > lists.listed_projects and said.said_value <= lists.listed_projects * 1.5
            else said.said_value > lists.listed_wan * 1.001 and said.said_value < lists.listed_wan * 1.5
        end
        and said.forms <= lists.listed_projects as is_exceeded
    from lists
    inner join said on lists.document_key = said.document_key
)

select * from exceeded
qualify
    row_number() over (
        partition by document_key
        order by case when is_exceeded then 1 else 2 end, list_page, listed_projects, said_printed
    ) = 1
