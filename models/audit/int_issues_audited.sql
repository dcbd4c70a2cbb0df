with issues as (
    {{ touched('reading_issues') }}
),

subjects as (
    select
        document_key * 1000000000 + row_number() over (
            partition by document_key
            order by char_start, char_end, code, message
        ) as subject_key,
        document_key,
        project_key,
        indicator_key,
        code,
        meaning,
        message,
        printed,
        page,
        line,
        char_start,
        char_end
    from issues
)

select * from subjects
order by subject_key
