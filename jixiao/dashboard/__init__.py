"""The dashboard: a static page beside the warehouse, opened from a double click.

The page is a bundle built from the TypeScript in ``page/`` and kept in ``bundle/``; its data are scripts written
here from the warehouse. Nothing is fetched when it is opened.
"""
