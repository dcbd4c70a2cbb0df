with said as (
    select * from {{ ref('int_names_said') }}
),

-- what the other form does not say is not borrowed, whatever its own form says
doubted as (
    select
        said.subject_key,
        own.form_key,
        other.form_key as other_form_key,
        own.thing
    from said
    inner join {{ ref('int_things_named') }} as own on said.subject_key = own.subject_key
    inner join {{ ref('int_things_named') }} as other on said.other_key = other.subject_key
    where coalesce(said.is_said, true)
),

pairs_of_forms as (
    select distinct
        form_key,
        other_form_key
    from doubted
),

-- names that the other form prints too say nothing of whose they are
own_names as (
    select
        pairs_of_forms.form_key,
        pairs_of_forms.other_form_key,
        string_agg(own.name_text, '。' order by own.subject_key) as names_text
    from pairs_of_forms
    inner join {{ ref('int_things_named') }} as own on pairs_of_forms.form_key = own.form_key
    left join {{ ref('int_things_named') }} as other
        on pairs_of_forms.other_form_key = other.form_key and own.name_text = other.name_text
    where other.subject_key is null
    group by pairs_of_forms.form_key, pairs_of_forms.other_form_key
),

own_pairs as (
    select
        doubted.subject_key,
        own_form.goal_text || '。' || coalesce(own_names.names_text, '') as form_text,
        unnest({{ character_pairs('doubted.thing') }}) as pair
    from doubted
    inner join {{ ref('int_forms_worded') }} as own_form on doubted.form_key = own_form.form_key
    left join own_names
        on doubted.form_key = own_names.form_key and doubted.other_form_key = own_names.other_form_key
),

own_said as (
    select
        subject_key,
        bool_or(contains(form_text, pair)) as is_own
    from own_pairs
    group by subject_key
),

compared as (
    select
        said.subject_key,
        said.other_project_name,
        not coalesce(own_said.is_own, false) and said.is_said as is_borrowed
    from said
    left join own_said on said.subject_key = own_said.subject_key
)

select * from compared
