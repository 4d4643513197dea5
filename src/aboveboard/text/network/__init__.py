"""Small networks on a packaged multilingual model: what is claimed, and what bears it out."""
