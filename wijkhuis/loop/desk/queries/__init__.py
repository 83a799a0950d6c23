"""Reads of the desk that need more than one queryset method."""
