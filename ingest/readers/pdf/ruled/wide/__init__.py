"""Sheets wider than a page: their parts on several pages put together again, where what is printed proves it."""
