"""Media to blocks: one module a medium, all giving the same `ingest.blocks.Source`."""
