with evaluations as (
    select * from {{ ref('int_evaluations_audited') }}
),

due as (
    select
        evaluations.subject_key,
        max_by(grades.grade, grades.at_least) as grade_due
    from evaluations
    inner join {{ ref('score_grades') }} as grades on evaluations.total_score >= grades.at_least
    where evaluations.total_score <= 100
    group by evaluations.subject_key
)

select
    evaluations.*,
    due.grade_due,
    said.grade_words,
    said.grade_said
from evaluations
left join due on evaluations.subject_key = due.subject_key
left join {{ ref('int_grades_said') }} as said on evaluations.subject_key = said.form_key
order by evaluations.subject_key
