{%- set plain = words_of_any_goal() -%}
with forms as (
    select
        form_key,
        project_key,
        {{ without_dates(name_key('annual_goal')) }} as goal_text
    from {{ ref('int_forms_united') }}
    where project_key is not null and length({{ name_key('annual_goal') }}) >= 20
),

projects as (
    {{ touched_projects() }}
),

listed as (
    select
        form_key,
        string_agg({{ name_key('indicator_name') }}, '#' order by indicator_seq) as names_text,
        string_agg({{ name_key('annual_target') }}, '#' order by indicator_seq) as targets_text
    from {{ ref('int_indicators_united') }}
    where indicator_name is not null
    group by form_key
    having count(*) > 3
),

-- words of any goal left out, and marks that differ in their place: no pair of characters over them is one of both
worded as (
    select
        forms.form_key,
        regexp_extract(forms.goal_text, {{ audit_pattern('count_of_goal') }}) as count_words,
        listed.targets_text,
        regexp_replace(forms.goal_text, {{ plain }}, '|', 'g') as own_words,
        regexp_replace(
            {{ name_key('projects.project_name') }} || '#' || listed.names_text, {{ plain }}, '#', 'g'
        ) as other_words
    from forms
    inner join projects on forms.project_key = projects.project_key
    inner join listed on forms.form_key = listed.form_key
),

compared as (
    select
        form_key,
        count_words,
        array_length(list_intersect(
            {{ character_pairs('own_words') }}, {{ character_pairs('other_words') }}
        )) as shared,
        contains(targets_text, regexp_extract(count_words, '[0-9][0-9,.]*')) as is_measured
    from worded
    where count_words != ''
)

select
    form_key,
    count_words,
    shared = 0 and not coalesce(is_measured, false) as is_apart
from compared
