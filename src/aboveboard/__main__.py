"""`python -m aboveboard` is the command `aboveboard`."""

from aboveboard.faces.cli.main import main

main()
