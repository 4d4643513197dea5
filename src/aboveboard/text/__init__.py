"""What can be read from a text without a model, a network or Django."""
