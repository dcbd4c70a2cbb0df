"""Tables that rules do not frame or part, read from the places of their texts."""
