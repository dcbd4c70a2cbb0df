with achievements as (
    select
        form_key,
        budget_year,
        {{ name_key('annual_goal') }} as goal_text,
        {{ name_key('achieved_goal') }} as said
    from {{ ref('int_forms_united') }}
    where achieved_goal is not null and not contains({{ name_key('achieved_goal') }}, cast(budget_year as varchar))
),

dated as (
    select
        form_key,
        budget_year,
        goal_text,
        said,
        regexp_extract(said, {{ audit_pattern('achieved_year') }}, 1) as year_said,
        regexp_extract(said, {{ audit_pattern('achieved_year') }}) as words
    from achievements
)

-- of several years, or of one that the goal names too, it is no slip
select
    form_key,
    ltrim(words, '。;') as achieved_words,
    cast(year_said as bigint) as achieved_year,
    budget_year as form_year
from dated
where
    year_said != ''
    and not regexp_matches(words, {{ audit_pattern('not_achieved_year') }})
    and not regexp_matches(replace(said, year_said, ''), '20[0-9]{2}年')
    and not contains(coalesce(goal_text, ''), year_said)
