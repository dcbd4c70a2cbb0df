{%- set named = '([^省市县区旗盟州各全本该多他每外两一二三四五0-9,、;。:()]{2}县)' -%}
with forms as (
    select
        form_key,
        document_key,
        department_key,
        {{ name_key("coalesce(annual_goal, '') || ' ' || coalesce(cycle_goal, '')") }} as goal_text
    from {{ ref('int_forms_united') }}
),

departments as (
    select
        department_key,
        regexp_extract(department_name, '{{ named }}', 1) as own_place
    from {{ ref('dim_department') }}
    {{ where_touched('department_key') }}
),

counties as (
    select distinct place_name from {{ ref('places') }}
    where regexp_full_match(place_name, '{{ named }}')
),

-- to another county roads lead, and help goes
named as (
    select
        forms.form_key,
        departments.own_place,
        unnest(regexp_extract_all(forms.goal_text, '.?{{ named }}', 0)) as words
    from forms
    inner join departments on forms.department_key = departments.department_key
    where
        departments.own_place != ''
        and not contains(forms.goal_text, departments.own_place)
        and not regexp_matches(forms.goal_text, {{ audit_pattern('between_places') }})
)

select
    named.form_key,
    named.own_place,
    min(counties.place_name) as other_place
from named
inner join counties on right(named.words, 3) = counties.place_name
where left(named.words, length(named.words) - 3) not in ('至', '往', '赴', '到', '与', '和', '、')
group by named.form_key, named.own_place
