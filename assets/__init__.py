"""What is made, one package a stage, in the order of the street: ingest, clean, enrich, resolve, publish.

Each stage holds `assets.py` (thin: read the lake, call one function, write the lake, report) and modules of pure
functions from frame to frame, which never import Dagster. A stage never imports a later one. When and how things
run belongs in `orchestration`; SQL in `dbt_project`.
"""
