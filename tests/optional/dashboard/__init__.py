"""The dashboard in a real browser: `make dashboard-test`."""
