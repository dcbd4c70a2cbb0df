{%- set number = "-?[0-9][0-9,]*(?:[.][0-9]+)?" -%}
with texts as (
    select
        document_id as document_key,
        {{ text_in_cells('text') }} as said
    from {{ ref('stg_sources') }}
),

found as (
    {% for pattern, is_of_years in [('change_of_years', 'true'), ('budget_and_change', 'false')] -%}
        select
            document_key,
            {{ is_of_years }} as is_of_years,
            unnest(regexp_extract_all(said, {{ audit_pattern(pattern) }})) as phrase
        from texts
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

-- the last three numbers: 35.00, 38.50 and -10.00%; 286.00, 24.00 and 300.00
numbers as (
    select
        document_key,
        is_of_years,
        {%- for place in [1, 2, 3] %}
            try_cast(replace(
                regexp_extract(phrase, '({{ number }})\t+({{ number }})\t+({{ number }})%?\t?$', {{ place }}), ',', ''
            ) as double) as number_{{ place }},
        {%- endfor %}
        regexp_replace(trim(regexp_extract(phrase, '[^\n]*$'), chr(9)), '\t+', ' ', 'g') as words
    from found
),

computed as (
    select
        *,
        case when is_of_years then 100 * (number_2 - number_1) / nullif(number_1, 0) else number_1 + number_2 end as due
    from numbers
    where number_1 > 0 and number_3 is not null
),

-- the adjusted budget may stand in the place of the change
checked as (
    select
        document_key,
        is_of_years,
        abs(due - number_3) > case when is_of_years then 0.6 else 0.01 end
        and (is_of_years or number_2 != number_3) as differs,
        words,
        due
    from computed
),

-- rows of tables, told where another row of the table proves its columns
told as (
    select
        document_key,
        said_printed as words,
        cast(said_value as double) as due
    from ({{ touched('fct_said_totals') }}) as said
    where figure = 'change_disagrees'
),

told_already as (
    select distinct
        checked.document_key,
        checked.words
    from checked
    inner join told on checked.document_key = told.document_key
    where abs(checked.due - told.due) < 0.01
),

united as (
    select * from checked
    where (document_key, words) not in (select told_already.* from told_already)
    union all
    select
        document_key,
        true as is_of_years,
        true as differs,
        words,
        due
    from told
)

select
    document_key,
    bool_or(is_of_years) as has_change,
    string_agg(
        case
            when is_of_years and differs
                then words || ' → ' || cast(cast(due as decimal(18, 2)) as varchar) || '%'
        end, '；' order by words
    ) as change_words,
    bool_or(not is_of_years) as has_budget,
    string_agg(case when not is_of_years and differs then words end, '；' order by words) as budget_words,
    cast(min(case when not is_of_years and differs then due end) as decimal(18, 2)) as budget_due
from united
group by document_key
