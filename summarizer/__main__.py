"""`python -m summarizer` is the same as `summarizer`."""

from summarizer.cli import main

main()
