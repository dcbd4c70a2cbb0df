with indicators as (
    select * from {{ ref('int_indicators_united') }}
),

forms as (
    select * from {{ ref('int_forms_united') }}
),

projects as (
    {{ touched_projects() }}
),

texts as (
    select
        form_key,
        {{ name_key("concat_ws(';', indicator_name, annual_target, cycle_target)") }} as words
    from indicators
    union all
    select
        forms.form_key,
        {{ name_key("concat_ws(';', projects.project_name, forms.annual_goal, forms.cycle_goal)") }} as words
    from forms
    left join projects on forms.project_key = projects.project_key
),

opened as (
    select
        form_key,
        regexp_extract(words, {{ audit_pattern('left_open') }}) as open_words
    from texts
)

select
    form_key,
    -- without the character before it
    min(regexp_replace(open_words, '^[^≥≤<>=xX×*＊○某]', '')) as open_words
from opened
where open_words != ''
group by form_key
