"""Reads the lists of English words in english/, the one place where the package keeps them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("english")
# Examples are for the tests; a start-up need not parse them.
_EXAMPLES = re.compile(r"^examples = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)


@cache
def read_words(file: str) -> dict[str, Any]:
    """The tables of english/{file}.toml, without their examples."""
    return tomllib.loads(_EXAMPLES.sub("", (_FOLDER / f"{file}.toml").read_text("utf-8")))


def split_entries(entries: str) -> list[str]:
    """The entries of a list of words: white space parts them, and "_" stands for a blank within one."""
    return [entry.replace("_", " ") for entry in entries.split()]


def split_forms(entries: str) -> dict[str, str]:
    """Each form in a list of words with forms to the first, which stands for all: "leave/left" gives left -> leave."""
    words = [entry.split("/") for entry in split_entries(entries)]
    return {form: forms[0] for forms in words for form in forms}


def word_set(*names: str) -> frozenset[str]:
    """The words of one list or of several together, each by "file.table.key": "words.claims.denying"."""
    return frozenset(chain.from_iterable(map(_listed, names)))


def _listed(name: str) -> list[str]:
    file, table, key = name.split(".")
    return split_entries(read_words(file)[table][key])
