"""Rows of a form put as other forms print them, before anything is read from them."""
