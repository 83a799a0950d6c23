"""Input at the pages of this room becomes clean values."""
