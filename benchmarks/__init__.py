"""Measurements of speed and memory, run by hand: ``python -m benchmarks.floor``, ``python -m benchmarks.workers``."""
