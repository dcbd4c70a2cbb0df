{{ audit_rule(
    code='unit_slip',
    subject='total',
    applies="printed_wan > 0 and computed_wan > 0",
    hit="printed_wan = computed_wan * threshold or printed_wan * threshold = computed_wan",
    message="'总计 ' || printed || ' 与各部分之和 ' || computed_wan::decimal(18, 2) || ' 万元恰为一万倍关系'"
) }}
