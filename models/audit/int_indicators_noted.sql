with graded as (
    select distinct forms.document_key
    from {{ ref('int_phrases_beside') }} as phrases
    inner join {{ ref('int_forms_united') }} as forms on phrases.form_key = forms.form_key
    where phrases.said_of = 'grades'
)

select
    indicators.*,
    -- 优 of a file that says what share of the points each grade is worth
    graded.document_key is not null
    and coalesce(regexp_full_match(indicators.annual_text, {{ audit_pattern('grade') }}), false) as is_defined_grade,
    crossed.note_of_other,
    crossed.grades_noted,
    crossed.grades_are_reversed,
    -- 质量达标率100%: the target stands in the name
    try_cast(
        nullif(regexp_extract(indicators.name_text, '[率度例重](?:达到|达|为|不低于|≥)?([0-9]+(?:[.][0-9]+)?)%(?:以上)?$', 1), '')
        as decimal(18, 6)
    ) as named_percent,
    parts.whole_name,
    parts.whole_target,
    parts.is_above_whole,
    ordered.begun_name,
    ordered.begun_target,
    ordered.names_year as names_years,
    ordered.is_before_begun,
    rates.rate_words,
    rates.differs_from_note,
    priced.price_words,
    priced.differs_from_price,
    periods.period_text,
    (periods.is_of_one_year or periods.start_year = periods.end_year and periods.start_year = indicators.budget_year)
    and not indicators.is_multi_year as is_of_one_year,
    alone.subject_key is not null as is_cost_alone
from {{ ref('int_indicators_audited') }} as indicators
left join {{ ref('int_notes_crossed') }} as crossed on indicators.subject_key = crossed.subject_key
left join {{ ref('int_rates_noted') }} as rates on indicators.subject_key = rates.subject_key
left join {{ ref('int_prices_said') }} as priced on indicators.subject_key = priced.subject_key
left join {{ ref('int_parts_exceeded') }} as parts on indicators.subject_key = parts.subject_key
left join {{ ref('int_periods_read') }} as periods
    on indicators.document_key = periods.document_key and indicators.project_key = periods.project_key
left join {{ ref('int_costs_alone') }} as alone on indicators.subject_key = alone.subject_key
left join {{ ref('int_days_ordered') }} as ordered on indicators.subject_key = ordered.subject_key
left join graded on indicators.document_key = graded.document_key
order by indicators.subject_key
