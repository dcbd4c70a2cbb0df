with listed as (
    {{ touched('fct_listed_projects') }}
),

said as (
    {{ touched('fct_said_totals') }}
),

lists as (
    select
        document_key,
        table_seq,
        max(heading) as list_heading,
        min(page) as list_page,
        sum(case when not is_total then 1 else 0 end) as projects,
        sum(case when not is_total and has_form then 1 else 0 end) as forms,
        string_agg(case when not is_total and not has_form then project_name end, '、' order by row_seq)
            as left_out_names
    from listed
    where not divides_form
    group by document_key, table_seq
),

-- words that count as many projects with goals as the list has
claimed as (
    select
        document_key,
        said_value,
        min(words) as words,
        min(page) as page
    from said
    where
        figure = 'projects'
        and said_of = 'plans'
        and not is_of_part
        and not regexp_matches(words, {{ audit_pattern('some_published') }})
    group by document_key, said_value
),

placed as (
    select
        lists.*,
        claimed.words as claim_words,
        claimed.page as claim_page,
        row_number() over (partition by lists.document_key order by lists.table_seq) as place
    from lists
    inner join claimed
        on lists.document_key = claimed.document_key and lists.projects = claimed.said_value
    where lists.forms > 0
)

select
    document_key,
    list_heading,
    list_page,
    projects,
    forms,
    left_out_names,
    claim_words,
    claim_page,
    -- where few have a form, only some are published
    forms < projects and forms * 2 >= projects as leaves_out
from placed
where place = 1
