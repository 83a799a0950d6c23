"""The pages about the people we work with."""
