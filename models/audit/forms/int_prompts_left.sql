with forms as (
    select * from {{ ref('int_forms_united') }}
),

attributes as (
    {{ touched('project_attributes') }}
),

indicators as (
    select * from {{ ref('int_indicators_united') }}
),

printed as (
    select
        form_key,
        unnest(string_split(prompt_words, chr(10))) as words
    from {{ ref('int_forms_printed') }}
    where prompt_words is not null
),

-- what stands under a label, in a target or in the place of a name
filled_in as (
    select
        forms.form_key,
        attributes.value as words
    from forms
    inner join attributes
        on forms.document_key = attributes.document_key and forms.project_key = attributes.project_key
    {% for column in ['indicator_name', 'annual_target', 'cycle_target'] %}
        union all
        select
            form_key,
            {{ column }} as words
        from indicators
    {% endfor %}
),

folded as (
    select
        form_key,
        {{ name_key("replace(words, chr(11), '')") }} as words
    from filled_in
    where words is not null
),

gathered as (
    select
        form_key,
        {{ name_key("replace(words, chr(11), '')") }} as words
    from printed
    union all
    select
        form_key,
        words
    from folded
    where regexp_full_match(words, {{ audit_pattern('prompt_value') }})
    union all
    select
        form_key,
        -- without the character before it
        regexp_replace(regexp_extract(words, {{ audit_pattern('left_open') }}), '^[^≥≤<>=xX×*＊○某]', '') as words
    from folded
    union all
    select
        form_key,
        open_words as words
    from {{ ref('int_names_open') }}
),

-- the same prompt read from its cell and from its row is one place
prompts as (
    select distinct
        form_key,
        left(trim(words, '。;()'), 60) as words
    from gathered
    where trim(words, '。;()') != ''
),

-- XX月 within another prompt is no place of its own
within as (
    select distinct
        prompts.form_key,
        prompts.words
    from prompts
    inner join prompts as longer on prompts.form_key = longer.form_key
    where contains(longer.words, prompts.words) and prompts.words != longer.words
)

select
    prompts.form_key,
    count(*) as prompts,
    string_agg(prompts.words, '”“' order by prompts.words) as prompt_words
from prompts
left join within on prompts.form_key = within.form_key and prompts.words = within.words
where within.form_key is null
group by prompts.form_key
