"""The demo brand: invented, and says so."""
