"""What words mean, across the five languages: data in `rows/`, and how a word finds its row."""
