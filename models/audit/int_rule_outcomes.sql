select * from {{ ref('rules_arithmetic') }}
union all
select * from {{ ref('rules_arithmetic_costs') }}
union all
select * from {{ ref('rules_arithmetic_names') }}
union all
select * from {{ ref('rules_arithmetic_parts') }}
union all
select * from {{ ref('rules_arithmetic_sums') }}
union all
select * from {{ ref('rules_arithmetic_texts') }}
union all
select * from {{ ref('rules_arithmetic_weights') }}
union all
select * from {{ ref('rules_arithmetic_words') }}
union all
select * from {{ ref('rules_completeness') }}
union all
select * from {{ ref('rules_completeness_levels') }}
union all
select * from {{ ref('rules_completeness_outputs') }}
union all
select * from {{ ref('rules_completeness_words') }}
union all
select * from {{ ref('rules_measurability') }}
union all
select * from {{ ref('rules_measurability_goals') }}
union all
select * from {{ ref('rules_measurability_names') }}
union all
select * from {{ ref('rules_consistency') }}
union all
select * from {{ ref('rules_consistency_goals') }}
union all
select * from {{ ref('rules_consistency_money') }}
union all
select * from {{ ref('rules_consistency_names') }}
union all
select * from {{ ref('rules_consistency_outside') }}
union all
select * from {{ ref('rules_consistency_periods') }}
union all
select * from {{ ref('rules_consistency_plans') }}
union all
select * from {{ ref('rules_consistency_schedules') }}
union all
select * from {{ ref('rules_consistency_sentences') }}
union all
select * from {{ ref('rules_consistency_tasks') }}
union all
select * from {{ ref('rules_consistency_years') }}
union all
select * from {{ ref('rules_compliance') }}
union all
select * from {{ ref('rules_compliance_units') }}
union all
select * from {{ ref('rules_compliance_natures') }}
union all
select * from {{ ref('rules_compliance_sentences') }}
union all
select * from {{ ref('rules_classification') }}
union all
select * from {{ ref('rules_classification_counts') }}
union all
select * from {{ ref('rules_similarity') }}
union all
select * from {{ ref('rules_similarity_counts') }}
union all
select * from {{ ref('rules_damage') }}
union all
select * from {{ ref('rules_disclosure') }}
union all
select * from {{ ref('rules_evaluation') }}
union all
select * from {{ ref('rules_evaluation_words') }}
union all
select * from {{ ref('rules_evaluation_texts') }}
union all
select * from {{ ref('rules_evaluation_spending') }}
union all
select * from {{ ref('rules_evaluation_spent') }}
union all
select * from {{ ref('rules_evaluation_actuals') }}
union all
select * from {{ ref('rules_evaluation_copies') }}
union all
select * from {{ ref('rules_evaluation_completions') }}
union all
select * from {{ ref('rules_evaluation_execution') }}
union all
select * from {{ ref('rules_evaluation_levels') }}
union all
select * from {{ ref('rules_evaluation_money') }}
union all
select * from {{ ref('rules_evaluation_rates') }}
union all
select * from {{ ref('rules_evaluation_reasons') }}
union all
select * from {{ ref('rules_evaluation_scores') }}
