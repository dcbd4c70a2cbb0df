with forms as (
    select
        form_key,
        document_key,
        form_kind
    from {{ ref('int_forms_united') }}
    where form_kind != 'plan'
),

-- the cell of the reasons
reasons as (
    select
        execution_key as form_key,
        {{ name_key('execution_reason') }} as reason_text
    from {{ ref('fct_execution') }}
    {{ where_touched() }}
),

phrases as (
    select
        form_key,
        max(case when said_of = 'change_asked' then phrase end) as change_asked,
        max(case when said_of = 'change_told' then phrase end) as change_told,
        max(case when said_of = 'rate_asked' then phrase end) as rate_asked,
        max(case when said_of = 'rate_told' then phrase end) as rate_told
    from {{ ref('int_phrases_beside') }}
    where said_of in ('change_asked', 'change_told', 'rate_asked', 'rate_told')
    group by form_key
),

-- where a form asks, all of its kind in the file do: in the others their own words stand in the place of the note
asked as (
    select
        forms.form_key,
        max(phrases.change_asked) over of_kind as change_asked,
        case
            when phrases.change_asked is not null then phrases.change_told
            else coalesce(
                phrases.change_told,
                nullif(regexp_extract(reasons.reason_text, {{ audit_pattern('change_explained') }}), '')
            )
        end as change_told,
        replace(phrases.rate_asked, chr(9), '、') as rate_asked,
        -- of a column 原因 the cell itself tells, too
        coalesce(
            phrases.rate_told,
            case when not regexp_matches(phrases.rate_asked, '[0-9]%') then nullif(reasons.reason_text, '') end
        ) as rate_told,
        coalesce(
            try_cast(regexp_extract(phrases.rate_asked, '([0-9]+)%', 1) as bigint),
            case when phrases.rate_asked is not null then 90 end
        ) as asked_below
    from forms
    left join phrases on forms.form_key = phrases.form_key
    left join reasons on forms.form_key = reasons.form_key
    window of_kind as (partition by forms.document_key, forms.form_kind)
)

select * from asked
where change_asked is not null or rate_asked is not null
