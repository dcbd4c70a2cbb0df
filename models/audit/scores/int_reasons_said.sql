with forms as (
    select * from {{ ref('int_forms_united') }}
),

attributes as (
    {{ touched('project_attributes') }}
),

goals as (
    {{ touched('fct_department_goals') }}
),

particulars as (
    select
        document_key,
        form_seq,
        unnest(string_split(particulars, chr(10))) as line
    from goals
    where particulars is not null
),

-- what a form says beside its tables, with its labels
said as (
    select
        forms.form_key,
        {{ name_key('attributes.attribute') }} as label,
        {{ name_key('attributes.value') }} as words
    from forms
    inner join attributes
        on forms.document_key = attributes.document_key and forms.project_key = attributes.project_key
    where forms.form_kind = 'evaluation'
    union all
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        {{ name_key("regexp_extract(line, '^([^：]*)：', 1)") }} as label,
        {{ name_key("regexp_replace(line, '^[^：]*：', '')") }} as words
    from particulars
    union all
    select
        form_key,
        '' as label,
        {{ name_key('achieved_goal') }} as words
    from forms
),

reasons as (
    select
        form_key,
        string_agg(words, '。' order by words) filter (
            where regexp_matches(label, {{ audit_pattern('reason_of_form') }})
            and length(words) > 4
            and not regexp_full_match(words, {{ audit_pattern('placeholder') }})
        ) as reason_words,
        coalesce(
            bool_or(
                regexp_matches(label, {{ audit_pattern('reason_of_form') }})
                and regexp_full_match(rtrim(words, '。'), {{ audit_pattern('placeholder') }})
            ),
            false
        ) as says_none,
        coalesce(
            bool_or(
                (label = '' or regexp_matches(label, {{ audit_pattern('done_label') }}))
                and regexp_matches(words, {{ audit_pattern('reason_in_words') }})
            ),
            false
        ) as is_in_words
    from said
    where words is not null
    group by form_key
)

select * from reasons
where reason_words is not null or is_in_words or says_none
