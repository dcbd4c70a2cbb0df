"""Lists of projects with an indicator a row, drawn at random and printed in every medium."""
