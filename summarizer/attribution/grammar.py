"""The word sets that rules ask about: `grammar.SURVEYS` is the list `surveys` in the sets of english/grammar.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.words import read_words, word_set

if TYPE_CHECKING:

    def __getattr__(name: str) -> frozenset[str]: ...  # a test looks up the names that the rules use


globals().update({name.upper(): word_set(f"grammar.sets.{name}") for name in read_words("grammar")["sets"]})
