"""Everything that changes an approach, who joins, what is told back, and ways of working; each with `by`."""
