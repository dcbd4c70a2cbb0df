"""The verbs of the command ``jixiao``, one module each."""
