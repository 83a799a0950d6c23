"""Input of this room becomes clean values."""
