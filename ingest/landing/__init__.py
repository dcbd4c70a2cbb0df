"""Typed rows become tables of schema ``landing``: columns, Arrow batches, insertion, supersession."""
