{#- What the words around a form say, of an issue of reading that finds them otherwise than the form. -#}
{% macro words_around(message) -%}
    regexp_extract({{ message }}, '^the words around the form say: (.*)$', 1)
{%- endmacro %}

{#- The words around forms that the issues of these codes cite: form, code and words, one row an issue. -#}
{% macro words_around_forms(codes) -%}
    select
        forms.form_key,
        issues.code,
        {{ words_around('issues.message') }} as phrase
    from ({{ touched('reading_issues') }}) as issues
    inner join {{ ref('int_forms_united') }} as forms
        on
            issues.document_key = forms.document_key
            and coalesce(issues.project_key, 0) = coalesce(forms.project_key, 0)
            and forms.form_kind != 'plan'
    where issues.code in ('{{ codes | join("', '") }}')
{%- endmacro %}
