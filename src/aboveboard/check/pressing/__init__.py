"""What the guard `manipulation` reads: scarcity, limits, crowds and tone, each with its proof."""
