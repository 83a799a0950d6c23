"""What of the map other systems may read: what everybody may see."""
