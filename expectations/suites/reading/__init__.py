"""What the documents themselves say of their reading: places, characters, laws of a text, losses against before."""
