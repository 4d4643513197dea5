"""Words that do not agree, told from the words next to them and lists of common words."""
