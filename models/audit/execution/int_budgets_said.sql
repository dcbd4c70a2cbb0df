select
    form_key,
    min(phrase) as budget_words
from ({{ words_around_forms(['budget_contradicted']) }}) as words
group by form_key
