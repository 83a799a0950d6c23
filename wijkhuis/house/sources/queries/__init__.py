"""What sources say, beside what we say."""
