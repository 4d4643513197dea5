"""The demo brand: Brackwater Saltworks, invented, with a month of posts around today."""
