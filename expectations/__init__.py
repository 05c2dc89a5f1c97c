"""What must hold of the lake: one suite a table, and the runner that turns results into asset checks.

What must hold of the marts (keys, relationships, the evidence promise) belongs to dbt and to the audit in
`assets.publish`; freshness and presence belong to Dagster. No rule stands twice.
"""
