"""Goals of whole departments outside the forms of their projects: in prose, and by their duties."""
