"""`python -m linter` is `okyaku`."""

from linter.cli import main

if __name__ == "__main__":
    main()
