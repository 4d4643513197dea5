"""Clips: a part of a video, in another shape, with subtitles and even loudness, for networks."""
