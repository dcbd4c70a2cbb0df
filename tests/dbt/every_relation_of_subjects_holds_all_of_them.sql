-- A rule judges every row of the relation it reads; a subject that is lost there would not be judged, and nothing told.
select * from {{ ref('int_subjects_counted') }}
where subjects_in_all != relations * subjects
