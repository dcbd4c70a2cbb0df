with issues as (
    {{ touched('reading_issues') }}
),

printed as (
    {{ printed_of_indicators(['document_key', 'char_start'], is_evaluated=false) }}
)

select
    printed.subject_key,
    min({{ words_around('issues.message') }}) as promise_words
from issues
inner join printed on issues.document_key = printed.document_key and issues.char_start = printed.char_start
where issues.code = 'target_contradicted'
group by printed.subject_key
