with lines as (
    select
        *,
        line_name || ' ' || printed as line_printed
    from {{ ref('int_lines_kept') }}
    where
        measure != 'execution_rate'
        or measure is null
        and regexp_matches({{ name_key('line_name') }}, '(资金|拨款|补助|配套|自筹|基金|收入)([(]万?元[)])?$')
),

beside as (
    select
        lines.document_key,
        lines.project_key,
        '；总额为 0，而另列“' || lines.line_printed || '”' as line_in_words,
        '; the total is 0, and a line beside it says “' || lines.line_printed || '”' as line_in_english
    from lines
    inner join {{ ref('int_executions_measured') }} as totals
        on
            lines.document_key = totals.document_key
            and lines.project_key = totals.project_key
            and coalesce(lines.measure, 'executed') = totals.measure
    where lines.number > 0 and totals.total_wan = 0
    qualify row_number() over (
        partition by lines.document_key, lines.project_key order by lines.char_start desc
    ) = 1
)

select * from beside
