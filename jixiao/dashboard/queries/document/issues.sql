select
    document_key, project_key, issues.code, issues.meaning as meaning_en, issues.meaning_zh, printed, message, message_zh,
    page, line, char_start as "start", char_end as "end"
from marts.reading_issues as issues
order by document_key, char_start, issues.code
