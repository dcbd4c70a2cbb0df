"""Measurements of speed and memory, beside other tools: `make benchmark`. Nothing here is part of the product."""
