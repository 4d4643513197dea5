"""Days in German."""
