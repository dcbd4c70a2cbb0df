"""What is asked of a document whatever its form: which part of the file it is, whose, and how surely it was recognised."""
