-- The ten findings that an auditor opens first in each department and year, all in the one order of the mart.
select
    document_key, priorities.project_key, project_name as project, rule_code, severity, certainty,
    fen(priorities.amount_at_stake_wan) as amount, priorities.repeats, priorities.first_year, priorities.message,
    priorities.message_en,
    char_start as "start", char_end as "end", page, line
from marts.audit_priorities as priorities
inner join (select finding_key, char_start, char_end, page, line from marts.audit_findings) using (finding_key)
order by
    list_position(['high', 'medium', 'low'], severity), list_position(['proved', 'read', 'judged'], certainty),
    coalesce(priorities.amount_at_stake_wan, 0) desc, priorities.repeats desc, finding_key
