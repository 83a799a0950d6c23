"""What may be asked, and what the answer looks like."""
