"""Fuzzing of readers and grammar: ``python -m tests.fuzz [seconds]``; needs the extra ``fuzz``."""
