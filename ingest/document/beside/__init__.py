"""What a file prints of the projects of its forms in other tables: their money, their execution, a list of them."""
