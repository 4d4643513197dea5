"""Words of a post: arranged, adapted, corrected, and who wrote each."""
