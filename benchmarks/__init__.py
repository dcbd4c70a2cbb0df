"""Measurements of speed and memory, beside other tools; run by hand, nothing here is part of the product."""
