"""Pure policy of the room."""
