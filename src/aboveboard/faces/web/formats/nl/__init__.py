"""Days in Dutch."""
