"""Readers of files that somebody else made. They run in a process of their own, with little memory and little time.

Nothing here knows of Django, the database or the settings: whatever a hostile file does, it does it to a process that
has nothing. `reading.py`, one floor up, starts that process and listens.
"""
