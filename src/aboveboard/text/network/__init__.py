"""A small network on a packaged multilingual model: what a sentence claims."""
