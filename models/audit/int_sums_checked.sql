with forms as (
    select
        form_key,
        document_key,
        project_key
    from {{ ref('int_forms_united') }}
),

checked as (
    select
        forms.form_key,
        parted.parts_wan,
        parted.parts_words,
        negative.negative_wan,
        costs.costs_wan,
        costs.largest_cost_wan,
        costs.costs_words,
        costs.costs_words_en,
        weighed.weighed_targets,
        promised.promised_counts,
        promised.unmeasured_counts,
        promised.unmeasured_words,
        matched.task_name,
        matched.task_wan,
        tasks.tasks as told_tasks,
        tasks.unmeasured_tasks,
        tasks.unmeasured_task_names
    from forms
    left join {{ ref('int_totals_parted') }} as parted on forms.form_key = parted.form_key
    left join {{ ref('int_sources_negative') }} as negative
        on forms.document_key = negative.document_key and forms.project_key = negative.project_key
    left join {{ ref('int_costs_summed') }} as costs on forms.form_key = costs.form_key
    left join {{ ref('int_counts_unmeasured') }} as promised on forms.form_key = promised.form_key
    left join {{ ref('int_targets_weighed') }} as weighed on forms.form_key = weighed.form_key
    left join {{ ref('int_tasks_matched') }} as matched on forms.form_key = matched.form_key
    left join {{ ref('int_tasks_unmeasured') }} as tasks on forms.form_key = tasks.form_key
)

select * from checked
