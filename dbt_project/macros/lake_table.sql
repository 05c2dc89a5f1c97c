{#
  The rows of a lake table, from its Parquet files.

  `source()` is called for the lineage only. The path is rendered when the model is compiled, not when the project is
  parsed, so that a manifest parsed once serves every home (dbt-duckdb's own `external_location` is fixed at parse time).
  stage 'lake': one file a promoted batch, read together. stage 'resolved': one file.
#}
{% macro lake_table(name, stage='lake') -%}
    {%- do source(stage, name) -%}
    {%- set folder = 'lake/*' if stage == 'lake' else 'resolved' -%}
    {#- a home may have characters in its name that mean something to SQL or to a file pattern -#}
    {%- set home = var('home') | replace('[', '[[]') | replace("'", "''") -%}
    read_parquet('{{ home }}/{{ folder }}/{{ name }}.parquet', hive_partitioning = false)
{%- endmacro %}
