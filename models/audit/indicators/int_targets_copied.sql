-- of two files the one that was landed later is the copy: a file keeps its place when it is read again
with signed as (
    select
        *,
        min(document_id) over (partition by sha256) as first_landed
    from {{ ref('int_targets_signed') }}
),

copied as (
    select
        plans.form_key,
        plans.indicators as copied_indicators,
        others.department_name as copied_department,
        others.file_name as copied_file_name
    from signed as plans
    inner join signed as others
        on
            plans.signature = others.signature
            and plans.department_key != others.department_key
            and plans.first_landed > others.first_landed
    where plans.form_key in (select forms.form_key from {{ ref('int_forms_united') }} as forms)
    qualify row_number() over (partition by plans.form_key order by others.first_landed, others.form_key) = 1
)

select * from copied
