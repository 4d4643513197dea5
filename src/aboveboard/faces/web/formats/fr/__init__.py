"""Days in French."""
