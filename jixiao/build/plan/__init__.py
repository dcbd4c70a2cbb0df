"""The plan of a build: what dbt compiled and sent to DuckDB once, kept, and run straight in the builds that follow."""
