"""Dutch: what does not fit together, told from words nearby and lists of common words."""
