"""Schema ``marts`` for other tools: one module a format, each with a manifest that lets a user check what arrived."""
