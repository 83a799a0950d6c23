"""The pages of the field."""
