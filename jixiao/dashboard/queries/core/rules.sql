select
    rules.rule_code, rules.rule_group, rules.severity, rules.subject, plain(cast(rules.threshold as decimal(18, 6))) as threshold,
    rules.title_zh, rules.title_en, rules.basis, rules.how_to_read as how_en, rules.not_applicable_when as exempt_en,
    how.text_zh as how_zh, exempt.text_zh as exempt_zh
from seeds.audit_rules as rules
left join seeds.chinese_texts as how on how.kind = 'rule_how_to_read' and how.code = rules.rule_code
left join seeds.chinese_texts as exempt on exempt.kind = 'rule_not_applicable' and exempt.code = rules.rule_code
order by rules.rule_number
