"""Tables of a file that are no form: lists of projects, their money, others under titles of their own."""
