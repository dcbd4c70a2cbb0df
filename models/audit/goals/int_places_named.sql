with forms as (
    select
        form_key,
        department_key,
        {{ name_key("coalesce(annual_goal, '') || ' ' || coalesce(cycle_goal, '')") }} as goal_text
    from {{ ref('int_forms_united') }}
),

-- a place, what it is part of, and what that is part of
places as (
    select
        places.place_code,
        places.place_name,
        places.parent_code,
        coalesce(parents.parent_code, '') as grand_code,
        places.level in ('prefecture', 'county')
        and length(places.place_name) > 2
        -- 老城区, 市中区: words of any goal
        and not regexp_matches(places.place_name, {{ audit_pattern('place_like_word') }}) as is_telling
    from {{ ref('places') }} as places
    left join {{ ref('places') }} as parents on places.parent_code = parents.place_code
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
)

select
    form_key,
    own_place,
    min(other_place) as other_place
from named
where not is_own
group by form_key, own_place
