"""Lines of a document put into rows: kept apart by gaps, printed below each other, or told in sentences."""
