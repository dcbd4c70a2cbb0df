select
    indicators.*,
    nullif(
        regexp_extract('；' || coalesce(indicators.note, '') || '；', '；(定量|定性|正向)(?:指标)?；', 1), ''
    ) as printed_nature
from {{ ref('int_indicators_audited') }} as indicators
order by indicators.subject_key
