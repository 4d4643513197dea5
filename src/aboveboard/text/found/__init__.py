"""One finder per topic behind `quantities`, with its words per language as data."""
