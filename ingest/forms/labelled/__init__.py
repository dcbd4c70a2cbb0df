"""Labelled forms: labels with their values and a grid of indicators; one reader for all cities."""
