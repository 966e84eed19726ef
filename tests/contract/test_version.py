"""The version is the one that the package is installed with."""

from importlib.metadata import version

from summarizer.contract.version import __version__


def test_the_version_is_that_of_the_installed_package() -> None:
    assert __version__ == version("summarizer")
