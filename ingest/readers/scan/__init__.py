"""Scans and images: rules, cells and lines from the picture, characters by recognition."""
