"""The marts stage: dbt's project, run as a library, as Dagster assets.

What the models say stands in `dbt_project`; here is only how they are run and reported.
"""
