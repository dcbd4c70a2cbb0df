"""A folder of documents: files, members of archives, digests and the manifest beside them."""
