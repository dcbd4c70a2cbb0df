"""Measurements beside other tools; nothing here is part of the product."""
