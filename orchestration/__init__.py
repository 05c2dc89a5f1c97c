"""When and how the house runs: settings, batches, jobs, schedule, sensors, the assembled definitions, the command line.

What is made belongs in `assets`; what must hold of it in `expectations`; SQL in `dbt_project`.
"""
