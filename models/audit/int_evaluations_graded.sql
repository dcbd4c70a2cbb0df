with evaluations as (
    select * from {{ ref('int_evaluations_audited') }}
),

-- what a list of the projects around the forms gives each
listed as (
    select
        document_key,
        project_key,
        max(grade) as grade
    from ({{ touched('fct_listed_projects') }}) as projects
    where has_form and grade is not null
    group by document_key, project_key
    having count(distinct grade) = 1
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

-- □优（90-100分） √良（80-89分）: the one that is ticked
select
    evaluations.*,
    due.grade_due,
    case
        when regexp_matches(evaluations.grade, '[□☐○]')
            then nullif(regexp_extract({{ name_key('evaluations.grade') }}, '[√☑✓✔■☒●](优|良|中|差)', 1), '')
        else coalesce(evaluations.grade, listed.grade)
    end as printed_grade,
    said.grade_words,
    said.grade_said
from evaluations
left join due on evaluations.subject_key = due.subject_key
left join listed
    on evaluations.document_key = listed.document_key and evaluations.project_key = listed.project_key
left join {{ ref('int_grades_said') }} as said on evaluations.subject_key = said.form_key
order by evaluations.subject_key
