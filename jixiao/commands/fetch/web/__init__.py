"""Asking web servers: addresses, which of them may be asked, whose turn it is, and what is kept of an answer."""
