"""The worker of the benchmark: as in production, and profiled when PROFILE names a file."""

import cProfile
import os

import django

if __name__ == "__main__":
    django.setup()

    from aboveboard.publish.worker import main

    if target := os.environ.get("PROFILE"):
        profile = cProfile.Profile()
        try:
            profile.runcall(main)
        finally:
            profile.dump_stats(target)
    else:
        main()
