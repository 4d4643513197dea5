"""What AI agents touch: tools of the Model Context Protocol, which propose and check."""
