"""Grids of indicators: their columns, their rows, and two grids of one form as one."""
