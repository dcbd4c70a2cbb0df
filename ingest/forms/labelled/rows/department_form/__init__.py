"""The form of a department to landed rows: its goals and indicators, its money, its tasks."""
