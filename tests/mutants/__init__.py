"""Defects planted in the code one at a time: how many of them a build refuses. See `make mutants`."""
