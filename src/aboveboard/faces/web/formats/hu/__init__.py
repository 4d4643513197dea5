"""Days in Hungarian."""
