"""Rows of the stage `disclose`."""
