with executions as (
    {{ touched('fct_execution') }}
),

measured as (
    {% for measure in ['budget', 'adjusted', 'executed'] %}
    select
        document_key,
        project_key,
        '{{ measure }}' as measure,
        {{ measure }}_wan as total_wan,
        {{ measure }}_printed as total_printed
    from executions
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from measured
