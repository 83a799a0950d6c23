"""What a figure in the README or CHANGELOG was measured with."""
