"""OFD files (GB/T 33190): characters and rules as those of a PDF, cells from the rules by the same code."""
