"""The pages of the documentation, made from the project's own files and from a warehouse."""
