"""Cards: an SVG template filled with a person's words in the brand's look, and rendered."""
