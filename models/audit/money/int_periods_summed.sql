with lines as (
    select
        document_key,
        project_key,
        {{ name_key('line_name') }} as label,
        number,
        printed,
        char_start
    from {{ ref('int_lines_kept') }}
    where measure is null and number is not null
),

funding as (
    select
        document_key,
        project_key,
        max(year_key) as budget_year,
        sum(try_cast(replace(amount_printed, ',', '') as decimal(18, 6))) as year_printed,
        sum(try_cast(replace(midterm_amount_printed, ',', '') as decimal(18, 6))) as cycle_printed
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
),

goals as (
    {{ touched('fct_goals') }}
),

totals as (
    select
        document_key,
        project_key,
        max(number) as total_printed
    from lines
    where regexp_full_match(label, {{ audit_pattern('cycle_money_label') }})
    group by document_key, project_key
),

years as (
    select
        document_key,
        project_key,
        cast(regexp_extract(label, '20[0-9]{2}') as bigint) as year_of_line,
        number,
        regexp_replace(label, '^其中:?', '') || ' ' || printed as words,
        char_start
    from lines
    where regexp_full_match(label, {{ audit_pattern('year_of_money') }})
),

added as (
    select
        document_key,
        project_key,
        min(year_of_line) as first_year,
        max(year_of_line) as last_year,
        sum(number) as years_printed,
        string_agg(words, '、' order by char_start) as years_words
    from years
    group by document_key, project_key
    having count(*) = count(distinct year_of_line) and count(*) = max(year_of_line) - min(year_of_line) + 1
),

-- the year of the budget stands among them, or before them as the money of the year
summed as (
    select
        added.document_key,
        added.project_key,
        coalesce(funding.cycle_printed, totals.total_printed) as cycle_printed,
        added.years_printed
        + case when added.first_year = funding.budget_year then 0 else funding.year_printed end as years_printed,
        case
            when added.first_year = funding.budget_year then added.years_words
            else funding.budget_year || '年 ' || cast(funding.year_printed as decimal(18, 2)) || '、' || added.years_words
        end as years_words
    from added
    inner join funding on added.document_key = funding.document_key and added.project_key = funding.project_key
    left join totals on added.document_key = totals.document_key and added.project_key = totals.project_key
    left join goals on added.document_key = goals.document_key and added.project_key = goals.project_key
    where
        added.first_year in (funding.budget_year, funding.budget_year + 1)
        and added.last_year > funding.budget_year
        and coalesce(goals.cycle_start_year, funding.budget_year) = funding.budget_year
        and coalesce(goals.cycle_end_year, added.last_year) = added.last_year
)

-- less than half of it are other numbers
select * from summed
where years_printed between cycle_printed / 2 and cycle_printed * 2
