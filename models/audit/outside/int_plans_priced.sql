-- the words of a document around its one plan: what stands in cells stands for itself
with forms as (
    select
        *,
        count(*) over (partition by document_key) as document_forms
    from {{ ref('int_forms_united') }}
),

projects as (
    {{ touched_projects() }}
),

texts as (
    select
        forms.form_key,
        forms.budget_year,
        {{ listed_name('projects.project_name') }} as stem,
        {{ name_key("regexp_replace(texts.text, '[\\t\\n]', '。', 'g')") }} as said
    from forms
    inner join {{ ref('stg_sources') }} as texts on forms.document_key = texts.document_id
    inner join projects on forms.project_key = projects.project_key
    where forms.document_forms = 1 and forms.form_kind = 'plan' and forms.amount_wan > 0 and texts.text like '%万元%'
),

sentences as (
    select
        form_key,
        budget_year,
        stem,
        unnest(regexp_extract_all(said, '[^。;]+')) as words
    from texts
),

-- one amount, said to be what the project gets, or in the title of the form
priced as (
    select
        form_key,
        words,
        try_cast(
            replace(regexp_extract(words, '([0-9][0-9,]*(?:[.][0-9]+)?)万元', 1), ',', '') as decimal(18, 6)
        ) as said_wan
    from sentences
    where
        length(words) - length(replace(words, '元', '')) = 1
        and (
            length(stem) > 3
            and contains(words, stem)
            and length(words) > length(stem) + 6
            and regexp_matches(words, '(安排|下达|投入|拨付|预算|申请)[^0-9,]{0,10}[0-9][0-9,.]*万元')
            or regexp_matches(words, '[0-9]万元[)]?(项目|支出|专项|资金)*绩效(目标|自评)(申报|批复)?表$')
        )
        and not regexp_matches(words, {{ audit_pattern('other_money') }})
        and not regexp_matches(words, {{ audit_pattern('no_money_in_name') }})
        and not regexp_matches(words, '(总投资|总预算|概算|[、和及与]|[两二三四五]年|-20[0-9]{2}年)')
        -- of the year, or of none
        and (
            not regexp_matches(words, '20[0-9]{2}年') or contains(words, cast(budget_year as varchar) || '年')
        )
)

select
    priced.form_key,
    max(priced.words) as outside_words,
    not bool_or(
        abs(amounts.amount_wan - priced.said_wan) < 0.01 or round(amounts.amount_wan, 0) = round(priced.said_wan, 0)
    ) as outside_differs
from priced
inner join {{ ref('int_amounts_printed') }} as amounts on priced.form_key = amounts.form_key
where priced.said_wan > 0
group by priced.form_key
having count(distinct priced.said_wan) = 1
