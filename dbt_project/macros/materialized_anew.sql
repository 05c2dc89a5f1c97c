{#
  Tables and views of a file that is made anew for each release: created in place, once, under their own names.

  dbt's own materializations build beside the old relation, rename, and drop the backup, so that readers never miss a
  table. Nobody reads the build file; without the dance a build takes half a second less of processor time (3.4 → 2.8 s).
#}
{% macro create_anew(relation, created) %}
    {%- set existing = load_cached_relation(relation) -%}
    {{ drop_relation_if_exists(existing) }}
    {{ run_hooks(pre_hooks) }}
    {% call statement('main') -%}
        {{ created }}
    {%- endcall %}
    {{ run_hooks(post_hooks) }}
    {% do persist_docs(relation, model) %}
    {{ adapter.commit() }}
    {{ return({'relations': [relation]}) }}
{% endmacro %}

{% materialization table, adapter='duckdb', supported_languages=['sql'] %}
    {%- set relation = this.incorporate(type='table') -%}
    {{ return(create_anew(relation, create_table_as(False, relation, sql))) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb', supported_languages=['sql'] %}
    {%- set relation = this.incorporate(type='view') -%}
    {{ return(create_anew(relation, get_create_view_as_sql(relation, sql))) }}
{% endmaterialization %}
