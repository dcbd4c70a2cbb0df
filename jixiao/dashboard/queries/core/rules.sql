select
    rule_code, rule_group, gravity, certainty, subject, plain(cast(threshold as decimal(18, 6))) as threshold, title_zh, title_en, basis,
    how_to_read as how_en, not_applicable_when as exempt_en, how_to_read_zh as how_zh, not_applicable_when_zh as exempt_zh
from seeds.audit_rules
inner join (select rule_code, certainty from intermediate.int_rules_weighed) using (rule_code)
order by rule_number
