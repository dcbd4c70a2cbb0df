"""What a read form becomes: landed rows, every character booked."""
