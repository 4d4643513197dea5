"""Aboveboard: a self-hosted social media studio in which AI works in the open."""

__version__ = "0.1.0"
