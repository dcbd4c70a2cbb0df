"""Labelled forms drawn by drawing their layout, with what each of them says."""
