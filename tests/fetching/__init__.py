"""Fetching from a server on loopback that answers as official sites do, well and badly."""
