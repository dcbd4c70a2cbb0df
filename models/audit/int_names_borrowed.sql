with indicators as (
    select
        subject_key,
        form_key,
        {{ name_key('indicator_name') }} as name_text
    from {{ ref('int_indicators_united') }}
    where indicator_name is not null
),

projects as (
    {{ touched_projects() }}
),

forms as (
    select
        forms.form_key,
        forms.form_kind,
        forms.document_key,
        projects.project_name,
        projects.project_family,
        {{ name_key("concat_ws('。', projects.project_name, forms.annual_goal, forms.cycle_goal)") }} as goal_text
    from {{ ref('int_forms_united') }} as forms
    inner join projects on forms.project_key = projects.project_key
),

names as (
    select distinct
        form_key,
        name_text
    from indicators
),

listed as (
    select
        form_key,
        string_agg(name_text, '。' order by name_text) as names_text
    from names
    group by form_key
),

named as (
    select
        indicators.subject_key,
        indicators.name_text,
        forms.form_kind,
        forms.document_key,
        forms.project_name,
        forms.project_family,
        forms.goal_text || '。' || replace(listed.names_text, indicators.name_text, '') as form_text,
        nullif(regexp_replace(indicators.name_text, {{ audit_pattern('common_word') }}, '', 'g'), '') as thing
    from indicators
    inner join forms on indicators.form_key = forms.form_key
    inner join listed on indicators.form_key = listed.form_key
),

-- a name of exactly two projects: what many print is nobody's own
shared as (
    select
        own.subject_key,
        own.thing,
        own.form_text,
        other.project_name as other_project_name,
        -- who is satisfied may stand anywhere in the other form, what is done in the name of its project
        case
            when regexp_matches(own.name_text, {{ audit_pattern('satisfaction_name') }}) then other.form_text
            else {{ name_key('other.project_name') }}
        end as other_text
    from named as own
    inner join named as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.name_text = other.name_text
            and own.project_family != other.project_family
    qualify count(*) over (partition by own.subject_key) = 1
),

pairs as (
    select
        subject_key,
        other_project_name,
        form_text,
        other_text,
        unnest({{ character_pairs('thing') }}) as pair
    from shared
    where length(thing) > 1
),

compared as (
    select
        subject_key,
        max(other_project_name) as other_project_name,
        not bool_or(contains(form_text, pair)) and bool_or(contains(other_text, pair)) as is_borrowed
    from pairs
    where length(pair) = 2
    group by subject_key
)

select * from compared
