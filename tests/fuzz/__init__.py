"""Fuzzing of readers and grammar: ``python -m tests.fuzz [seconds] [small]``; needs the extra ``fuzz``."""
