with forms as (
    select
        form_key,
        document_key,
        project_key,
        department_key,
        {{ name_key("coalesce(annual_goal, '') || ' ' || coalesce(cycle_goal, '')") }} as goal_text
    from {{ ref('int_forms_united') }}
),

places as (
    select * from {{ ref('int_places_parted') }}
),

-- departments whose name says which place they are of
departments as (
    select
        departments.department_key,
        departments.department_name,
        places.place_code as own_code,
        places.place_name as own_place,
        places.parent_code as own_parent,
        places.grand_code as own_grand
    from ({{ touched('dim_department', 'department_key') }}) as departments
    inner join places on departments.place_code = places.place_code
    where
        contains(
            {{ name_key('departments.department_name') }}, left(places.place_name, length(places.place_name) - 1)
        )
),

-- to another place roads lead, and help goes; 市中区域 is none
words as (
    select
        forms.form_key,
        forms.department_key,
        unnest(regexp_extract_all(forms.goal_text, '[一-龥]{2,5}[县市区旗盟州]域?')) as phrase
    from forms
    inner join departments on forms.department_key = departments.department_key
    where
        not contains(forms.goal_text, departments.own_place)
        and not regexp_matches(forms.goal_text, {{ audit_pattern('between_places') }})
),

named as (
    select
        words.form_key,
        departments.own_place,
        places.place_name as other_place,
        bool_or(
            places.place_code in (departments.own_code, departments.own_parent, departments.own_grand)
            or departments.own_code in (places.parent_code, places.grand_code)
            or contains(departments.department_name, places.place_name)
        ) as is_own
    from words
    inner join departments on words.department_key = departments.department_key
    cross join (values (3), (4), (5)) as lengths (letters)
    inner join places on right(words.phrase, lengths.letters) = places.place_name
    where
        not regexp_matches(left(words.phrase, length(words.phrase) - lengths.letters), '[至往赴到与和驻]$')
    group by words.form_key, departments.own_place, places.place_name
    having bool_and(places.is_telling)
),

-- what else the form says of its place: its name, its region
attributes as (
    {{ touched('project_attributes') }}
),

said as (
    select
        forms.form_key,
        string_agg({{ name_key('attributes.value') }}, '。') as own_words
    from forms
    inner join attributes
        on forms.document_key = attributes.document_key and forms.project_key = attributes.project_key
    group by forms.form_key
),

projects as (
    {{ touched_projects() }}
)

select
    named.form_key,
    named.own_place,
    min(named.other_place) as other_place
from named
inner join forms on named.form_key = forms.form_key
left join said on named.form_key = said.form_key
left join projects on forms.project_key = projects.project_key
where
    not named.is_own
    and not contains(
        concat_ws('。', {{ name_key('projects.project_name') }}, said.own_words), left(named.other_place, 2)
    )
group by named.form_key, named.own_place
