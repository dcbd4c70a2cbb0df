"""The table of execution of a self-evaluation: its lines, and its columns under labels that no vocabulary has."""
