with issues as (
    {{ touched('reading_issues') }}
),

codes as (
    select * from {{ ref('issue_codes') }}
),

numbered as (
    select
        issues.*,
        codes.meaning as meaning_en,
        codes.meaning_zh,
        row_number() over (
            partition by issues.document_key
            order by issues.char_start, issues.char_end, issues.code, issues.message
        ) as issue_number
    from issues
    inner join codes on issues.code = codes.code
),

subjects as (
    select
        {{ place_key('document_key', 'issue_number') }} as subject_key,
        document_key,
        project_key,
        indicator_key,
        code,
        meaning_en,
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
