with issues as (
    {{ touched('reading_issues') }}
),

numbered as (
    select
        *,
        row_number() over (
            partition by document_key
            order by char_start, char_end, code, message
        ) as issue_number
    from issues
),

subjects as (
    select
        {{ place_key('document_key', 'issue_number') }} as subject_key,
        document_key,
        project_key,
        indicator_key,
        code,
        meaning as meaning_en,
        meaning_zh,
        printed,
        {{ name_key('printed') }} as printed_text,
        false as is_doubtful,
        page,
        line,
        char_start,
        char_end
    from numbered
)

select * from subjects
order by subject_key
