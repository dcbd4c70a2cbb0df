with said as (
    {{ touched('fct_said_totals') }}
),

documents as (
    {{ touched('dim_document') }}
),

kinds as (
    select
        document_key,
        form_kind,
        max(forms) as forms,
        count(*) over (partition by document_key) as kinds
    from {{ ref('int_forms_totalled') }}
    group by document_key, form_kind
),

-- of the forms' year and of all of them; where a document holds forms of one kind, its words need not name it
meant as (
    select
        said.*,
        kinds.form_kind,
        kinds.forms,
        regexp_matches(said.words, {{ audit_pattern('points_at_forms') }}) as points_at_forms,
        case
            when said.said_printed like '%亿元' then 10000
            when said.said_printed like '%万元' then 1
            when said.said_printed like '%元' then 0.0001
            else 1
        end * power(10, -length(regexp_extract(said.said_printed, '[.]([0-9]+)', 1))) as rounded_to
    from said
    inner join documents on said.document_key = documents.document_key
    inner join kinds
        on
            said.document_key = kinds.document_key
            and case
                when said.said_of = 'plans' then 'plan'
                when said.said_of = 'evaluations' then 'evaluation'
                when kinds.kinds = 1 then kinds.form_kind
            end = kinds.form_kind
    where
        not said.is_of_part
        and (
            not regexp_matches(said.words, '20[0-9]{2}年')
            or contains(said.words, cast(documents.year_key as varchar) || '年')
        )
)

select * from meant
