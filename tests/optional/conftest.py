"""Tests that need more than `make .venv/ready` installs; each folder has its target in the Makefile."""

from tests.publish.conftest import published, quiet_build

__all__ = ["published", "quiet_build"]
