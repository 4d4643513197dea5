"""Calls of models: whether, which, for how much, and how they are asked."""
