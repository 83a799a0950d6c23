"""What people type about the map, made clean."""
