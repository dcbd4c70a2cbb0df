"""Grounds of colour behind cells: stripes, rows and cells told by them."""
