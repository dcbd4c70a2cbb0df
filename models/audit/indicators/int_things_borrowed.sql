with named as (
    select
        things.*,
        regexp_replace({{ name_key('things.project_name') }}, {{ audit_pattern('common_word') }}, '', 'g') as own_words,
        count(*) over (partition by things.document_key, things.form_kind, things.name_text) as same_names
    from {{ ref('int_things_named') }} as things
),

-- what is done, with its number: to what end, many projects share
outputs as (
    select indicators.subject_key
    from {{ ref('int_indicators_united') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where
        categories.level1_code = '1'
        and indicators.annual_is_quantitative
        and coalesce(indicators.annual_unit, '') not in ('', '%', '‰')
),

projects as (
    select distinct
        document_key,
        form_kind,
        project_family,
        project_name,
        {{ name_key('project_name') }} as project_text
    from named
),

-- what a single form measures, beside all that its form says else
pairs as (
    select
        named.subject_key,
        named.form_key,
        named.document_key,
        named.form_kind,
        named.project_family,
        forms.goal_text || '。' || replace(forms.names_text, named.name_text, '') as form_text,
        unnest({{ character_pairs('named.thing') }}) as pair
    from named
    inner join outputs on named.subject_key = outputs.subject_key
    inner join {{ ref('int_forms_worded') }} as forms on named.form_key = forms.form_key
    where length(named.thing) > 2 and named.same_names = 1 and length(named.own_words) > 3
),

foreign_things as (
    select
        subject_key,
        form_key,
        document_key,
        form_kind,
        project_family
    from pairs
    where length(pair) = 2
    group by subject_key, form_key, document_key, form_kind, project_family
    having not bool_or(contains(form_text, pair))
),

-- the name of one other project says it
found as (
    select
        foreign_things.subject_key,
        projects.project_name as other_project_name
    from foreign_things
    inner join projects
        on
            foreign_things.document_key = projects.document_key
            and foreign_things.form_kind = projects.form_kind
            and foreign_things.project_family != projects.project_family
    inner join pairs on foreign_things.subject_key = pairs.subject_key and contains(projects.project_text, pairs.pair)
    where length(pairs.pair) = 2
    group by foreign_things.subject_key, projects.project_name
    having count(*) > 1
),

alone as (
    select
        subject_key,
        min(other_project_name) as other_project_name
    from found
    group by subject_key
    having count(*) = 1
),

-- a form whose other indicators are of its name
proper as (
    select distinct form_key
    from named
    where array_length(list_intersect({{ character_pairs('own_words') }}, {{ character_pairs('name_text') }})) > 0
)

select
    alone.subject_key,
    alone.other_project_name
from alone
inner join foreign_things on alone.subject_key = foreign_things.subject_key
inner join proper on foreign_things.form_key = proper.form_key
