-- of two files the one that was landed later is the copy: a file keeps its place when it is read again
with landed as (
    select
        sha256,
        min(document_id) as first_landed
    from {{ ref('int_targets_signed') }}
    group by sha256
),

shared as (
    select signature
    from {{ ref('int_targets_signed') }}
    group by signature
    having min(department_key) != max(department_key)
),

signed as (
    select
        targets.form_key,
        targets.signature,
        targets.department_key,
        targets.indicators,
        targets.department_name,
        targets.file_name,
        landed.first_landed
    from {{ ref('int_targets_signed') }} as targets
    inner join shared on targets.signature = shared.signature
    inner join landed on targets.sha256 = landed.sha256
    where targets.department_key is not null
),

placed as (
    select
        *,
        row_number() over (partition by signature, department_key order by first_landed, form_key) as place_within
    from signed
),

-- the first form of each department, in their order
firsts as (
    select
        *,
        row_number() over (partition by signature order by first_landed, form_key) as place_of_all
    from placed
    where place_within = 1
),

-- the first of all, and the first of another department than that one's: every form has one of these before it, or none
originals as (
    select * from firsts
    where place_of_all <= 2
),

copied as (
    select
        plans.form_key,
        plans.indicators as copied_indicators,
        others.department_name as copied_department,
        others.file_name as copied_file_name
    from signed as plans
    inner join originals as others
        on
            plans.signature = others.signature
            and plans.department_key != others.department_key
            and plans.first_landed > others.first_landed
    where plans.form_key in (select forms.form_key from {{ ref('int_forms_united') }} as forms)
    qualify row_number() over (partition by plans.form_key order by others.first_landed, others.form_key) = 1
)

select * from copied
