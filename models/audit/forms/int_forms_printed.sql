with forms as (
    select * from {{ ref('int_forms_united') }}
),

texts as (
    select
        document_id as document_key,
        -- a blank cell of a page may hold a space that does not break
        replace(text, chr(160), ' ') as text
    from {{ ref('stg_sources') }}
),

placed as (
    select
        form_key,
        form_kind,
        document_key,
        char_start,
        array_to_string(regexp_extract_all(
            concat_ws(chr(10), annual_goal, cycle_goal, achieved_goal), {{ audit_pattern('prompt_line') }}
        ), chr(10)) as goal_prompts,
        regexp_full_match(
            translate({{ name_key('achieved_goal') }}, ',;.:、。', ''), {{ audit_pattern('done_alone') }}
        ) as is_done_alone,
        lead(char_start) over (partition by document_key order by char_start, form_key) as next_start,
        min(char_start) over (partition by document_key) as first_start
    from forms
),

-- labels of a form stand in it, or over all of them, before the first
spans as (
    select
        placed.form_key,
        placed.form_kind,
        placed.document_key,
        placed.goal_prompts,
        placed.is_done_alone,
        substr(texts.text, 1, placed.first_start) as head,
        substr(
            texts.text,
            placed.char_start + 1,
            coalesce(placed.next_start, length(texts.text)) - placed.char_start
        ) as body,
        -- of a document that holds one form, all of it
        case
            when placed.next_start is null and placed.char_start = placed.first_start
                then replace(translate(texts.text, ' 　', ''), chr(11), '')
        end as own_text,
        regexp_matches(texts.text, {{ audit_pattern('none_noted') }}) as notes_none
    from placed
    inner join texts on placed.document_key = texts.document_key
),

folded as (
    select
        *,
        translate(head || chr(10) || body, ' 　', '') as labels,
        regexp_replace(head || body, '\s', '', 'g') as solid
    from spans
),

printed as (
    select
        form_key,
        nullif(concat_ws(chr(10), nullif(trim(goal_prompts, chr(10)), ''), nullif(array_to_string(regexp_extract_all(
            replace(replace(body, chr(10), chr(10) || chr(10)), chr(9), chr(9) || chr(9)),
            {{ audit_pattern('prompt_cell') }}, 1
        ), chr(10)), '')), '') as prompt_words,
        nullif(regexp_extract(body, {{ audit_pattern('template_row') }}, 1), '') as template_row,
        regexp_extract(body, {{ audit_pattern('template_row') }}) as template_line,
        -- rows and cells end where the next begins: each sign of it twice, so that both are found
        array_to_string(
            regexp_extract_all(
                replace(replace(body, chr(11), ''), chr(10), chr(10) || chr(10)), {{ audit_pattern('empty_row') }}, 1
            ),
            '、'
        ) as empty_rows,
        regexp_matches(replace(labels, chr(11), ''), {{ audit_pattern('cycle_grid') }}) as has_cycle_grid,
        is_done_alone,
        -- a row of a list that says — where others print indicators, or a note that says what blank cells mean
        not regexp_matches(body, '级[\s　]*指[\s　]*标')
        and (notes_none or regexp_matches(body, {{ audit_pattern('none_printed') }})) as says_none,
        bool_or(regexp_matches(solid, {{ audit_pattern('reason_label') }})) over same_kind as has_reason_column,
        bool_or(regexp_matches(solid, {{ audit_pattern('achieved_label') }})) over same_kind as has_achieved_column,
        bool_or(regexp_matches(labels, {{ audit_pattern('goal_label') }})) over same_kind as has_goal_label,
        bool_or(regexp_matches(labels, {{ audit_pattern('target_label') }})) over same_kind as has_target_label,
        bool_or(regexp_matches(solid, {{ audit_pattern('cost_required') }})) over same_kind as requires_cost,
        regexp_matches(replace(labels, chr(11), ''), {{ audit_pattern('rate_column') }}) as has_rate_column,
        nullif(regexp_extract(own_text, {{ audit_pattern('empty_head') }}, 1), '') as empty_head,
        nullif(regexp_extract(coalesce(own_text, body), {{ audit_pattern('total_cell') }}, 1), '') as total_label,
        regexp_matches(coalesce(own_text, body), {{ audit_pattern('total_cell_empty') }}) as is_total_blank,
        regexp_matches(body, {{ audit_pattern('total_score_blank') }}) as is_score_blank,
        regexp_matches(solid, {{ audit_pattern('monitored_form') }}) as is_monitored,
        bool_or(regexp_matches(solid, {{ audit_pattern('score_by_rate') }})) over (partition by document_key)
            as says_score_by_rate
    from folded
    window same_kind as (partition by document_key, form_kind)
)

select * from printed
