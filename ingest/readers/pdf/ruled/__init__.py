"""Tables in rules: their cells, missing walls, parts on several pages."""
