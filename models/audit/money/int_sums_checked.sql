with forms as (
    select
        form_key,
        document_key,
        project_key
    from {{ ref('int_forms_united') }}
),

-- all that the plans of a document print
totalled as (
    select
        document_key,
        amount_wan as forms_wan
    from {{ ref('int_forms_totalled') }}
    where form_kind = 'plan' and source = 'total' and is_complete
),

checked as (
    select
        forms.form_key,
        parted.parts_wan,
        parted.parts_words,
        parted.is_by_level as parts_by_level,
        negative.negative_wan,
        costs.costs_wan,
        costs.largest_cost_wan,
        costs.costs_words,
        costs.costs_words_en,
        weighed.weighed_targets,
        promised.promised_counts,
        promised.unmeasured_counts,
        promised.unmeasured_words,
        parted_goals.parted_words,
        parted_goals.parted_wan,
        parted_goals.goal_parts_wan,
        rates.promised_rates,
        rates.unmeasured_rates,
        rates.unmeasured_rate_words,
        matched.task_name,
        matched.task_wan,
        matched.is_excess,
        tasks.tasks as told_tasks,
        tasks.unmeasured_tasks,
        tasks.unmeasured_task_names,
        items.items_wan,
        items.items_words,
        periods.cycle_printed,
        periods.years_printed,
        periods.years_words,
        regions.divided_name,
        regions.divided_target,
        regions.regions_value,
        regions.adds_up as regions_add_up,
        named.region_name,
        named.other_region_name,
        monitored.monitored_rate,
        monitored.monitored_computed,
        monitored.rate_words,
        monitored.executed_words,
        changes.change_words,
        changes.is_changed_otherwise,
        shares.last_share,
        shares.shares,
        shares.share_words,
        shares.is_falling as shares_fall,
        timed.end_words,
        timed.end_year,
        totalled.forms_wan,
        done.done_words,
        done.missed_words
    from forms
    left join {{ ref('int_totals_parted') }} as parted
        on forms.document_key = parted.document_key and forms.project_key = parted.project_key
    left join {{ ref('int_sources_negative') }} as negative
        on forms.document_key = negative.document_key and forms.project_key = negative.project_key
    left join {{ ref('int_costs_summed') }} as costs on forms.form_key = costs.form_key
    left join {{ ref('int_counts_unmeasured') }} as promised on forms.form_key = promised.form_key
    left join {{ ref('int_goals_parted') }} as parted_goals on forms.form_key = parted_goals.form_key
    left join {{ ref('int_rates_unmeasured') }} as rates on forms.form_key = rates.form_key
    left join {{ ref('int_targets_weighed') }} as weighed on forms.form_key = weighed.form_key
    left join {{ ref('int_tasks_matched') }} as matched on forms.form_key = matched.form_key
    left join {{ ref('int_tasks_unmeasured') }} as tasks on forms.form_key = tasks.form_key
    left join {{ ref('int_items_summed') }} as items
        on forms.document_key = items.document_key and forms.project_key = items.project_key
    left join {{ ref('int_periods_summed') }} as periods
        on forms.document_key = periods.document_key and forms.project_key = periods.project_key
    left join {{ ref('int_regions_summed') }} as regions on forms.form_key = regions.form_key
    left join {{ ref('int_regions_named') }} as named on forms.form_key = named.form_key
    left join {{ ref('int_executions_monitored') }} as monitored on forms.form_key = monitored.form_key
    left join {{ ref('int_changes_said') }} as changes on forms.form_key = changes.form_key
    left join {{ ref('int_shares_planned') }} as shares
        on forms.document_key = shares.document_key and forms.project_key = shares.project_key
    left join {{ ref('int_kinds_timed') }} as timed
        on forms.document_key = timed.document_key and forms.project_key = timed.project_key
    left join totalled on forms.document_key = totalled.document_key
    left join {{ ref('int_all_met_said') }} as done on forms.form_key = done.form_key
)

select * from checked
