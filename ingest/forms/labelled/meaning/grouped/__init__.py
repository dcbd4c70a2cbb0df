"""Amounts of one group of money that a form prints apart, joined."""
