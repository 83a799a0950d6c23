"""Pure policy of the room: what may be said, what becomes a sentence."""
