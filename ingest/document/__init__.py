"""What is asked of a document whatever its form: which part of a file it is, whose, how surely it was recognised."""
