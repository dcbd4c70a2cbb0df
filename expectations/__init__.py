"""What must hold of a built warehouse before it is published: Great Expectations suites, run read-only."""

import os

# Read by Great Expectations when it is imported: nothing about a warehouse leaves the machine.
os.environ["GX_ANALYTICS_ENABLED"] = "false"
