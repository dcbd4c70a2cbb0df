"""The decoded document: its lines and cells, its texts without layout, and what of it is understood."""
