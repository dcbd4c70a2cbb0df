"""绩效: documents to a validated, published warehouse, and the command that does it."""
