"""Pictures and videos: found, fitted, cut, made, and by which right."""
