"""The record of one question: its story, and what somebody of the house does next."""
