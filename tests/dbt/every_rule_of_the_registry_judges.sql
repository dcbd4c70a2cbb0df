-- A rule whose code is not in the registry judges nothing, and one of the registry that no model of rules names is a
-- promise: neither would be told by a finding that is missing.
{%- set rules = [] -%}
{%- if execute and 'model.jixiao.int_rule_outcomes' in graph.nodes -%}
    {%- for name in graph.nodes['model.jixiao.int_rule_outcomes'].depends_on.nodes -%}
        {%- do rules.extend(modules.re.findall("subjects_of[(]'([a-z0-9_]+)'", graph.nodes[name].raw_code)) -%}
    {%- endfor -%}
{%- endif %}
select
    min(rule_code) as rule_code,
    count(*) as rules
from {{ ref('audit_rules') }}
group by rule_code in ('{{ rules | join("', '") }}')
having count(*) != {{ rules | length }}
