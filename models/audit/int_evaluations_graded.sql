select
    evaluations.*,
    grades.grade_words,
    grades.grade_said
from {{ ref('int_evaluations_audited') }} as evaluations
left join {{ ref('int_grades_said') }} as grades on evaluations.subject_key = grades.form_key
order by evaluations.subject_key
