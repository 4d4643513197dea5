"""Spelling and grammar in five languages: each fault with what to put there, and why."""
