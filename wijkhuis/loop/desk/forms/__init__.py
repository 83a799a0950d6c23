"""Input of the desk becomes clean values."""
