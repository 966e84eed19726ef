"""The version of this package: the number in pyproject.toml."""

__version__ = "0.1.0"
