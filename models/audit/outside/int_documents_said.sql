with meant as (
    select * from {{ ref('int_statements_meant') }}
),

totals as (
    select * from {{ ref('int_money_compared') }}
),

counts as (
    select
        document_key,
        form_kind,
        sentence_seq,
        min(said_value) as projects_said,
        max(forms) as forms,
        max(words) as words,
        max(page) as page,
        bool_or(points_at_forms) as points_at_forms
    from meant
    where figure = 'projects'
    group by document_key, form_kind, sentence_seq
    having min(said_value) = max(said_value)
),

-- whose money is that of the forms, counts the forms
proved as (
    select
        document_key,
        sentence_seq,
        bool_or(is_met) as money_is_met
    from totals
    group by document_key, sentence_seq
),

counted as (
    select
        counts.*,
        counts.projects_said != counts.forms as count_differs,
        counts.projects_said = counts.forms
        or counts.points_at_forms
        or coalesce(proved.money_is_met, false) as is_of_forms
    from counts
    left join proved on counts.document_key = proved.document_key and counts.sentence_seq = proved.sentence_seq
),

-- money said with the number of the forms is theirs
paid as (
    select
        totals.*,
        row_number() over (
            partition by totals.document_key
            order by case when totals.differs then 1 when totals.differs is not null then 2 else 3 end, totals.said_seq
        ) as place
    from totals
    inner join counted
        on
            totals.document_key = counted.document_key
            and totals.sentence_seq = counted.sentence_seq
            and totals.form_kind = counted.form_kind
    where not counted.count_differs
),

chosen as (
    select
        *,
        row_number() over (
            partition by document_key
            order by case when count_differs then 1 else 2 end, sentence_seq
        ) as place
    from counted
    where is_of_forms
),

documents as (
    select
        document_key,
        max(case when not count_differs then form_kind end) as counted_kind
    from counted
    group by document_key
),

joined as (
    select
        documents.document_key,
        documents.counted_kind,
        chosen.projects_said,
        chosen.forms as projects_printed,
        chosen.words as count_words,
        chosen.page as count_page,
        paid.said_printed as money_said,
        paid.sum_wan as money_printed_wan,
        paid.differs as money_differs,
        paid.words as money_words,
        paid.page as money_said_page
    from documents
    left join chosen on documents.document_key = case when chosen.place = 1 then chosen.document_key end
    left join paid on documents.document_key = case when paid.place = 1 then paid.document_key end
)

select * from joined
