"""Pages of lists and sources."""
