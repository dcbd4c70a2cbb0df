"""Notices that tell goals and indicators of projects in prose."""
