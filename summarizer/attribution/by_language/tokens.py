"""The words, marks and quotations of a stretch of text, with where they stand in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.speech import Speech
    from summarizer.contract.statement import Offsets

_LETTERS = re.compile(r"[^\W_]+")
_AGED = re.compile(r"\d+-[A-ZÄÖÜ][a-zäöü]")
_STOPS = frozenset(".!?…")
ABBREVIATIONS = r"\b(?:Dr|Prof|Mag|Ing|Dipl|Lic|Mr|Mme|Mgr|Sr|Sra|St|M)\."


class Token(NamedTuple):
    """A word, a mark, or a whole quotation with its marks; `low` is the word in lower case."""

    start: int
    end: int
    text: str
    low: str
    kind: Literal["word", "mark", "quote"]
    hangs: bool = False  # a pronoun that hangs on its verb: -t-il

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital: "Anna", "62-Jährige"."""
        return self.kind == "word" and (self.text[0].isupper() or _AGED.match(self.text) is not None)

    @property
    def is_short_form(self) -> bool:
        """Whether it is a word in capitals, such as SPD; not the elided L'."""
        return self.kind == "word" and self.text.isupper() and self.text[1:2].isalpha()

    @property
    def words(self) -> int:
        """How many words are in it."""
        return len(_LETTERS.findall(self.text))


class Unit(NamedTuple):
    """A sentence, with all sentences of the quotations that it holds; `paragraph` is the index of its block."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


def read_tokens(text: str, start: int, end: int, regions: Sequence[Offsets], speech: Speech) -> Iterator[Token]:
    """The tokens from `start` to `end`, each of the regions as one quotation."""
    pattern = _pattern(speech.grammar.elisions, speech.grammar.clitics)
    at = start
    for low, high in [*regions, (end, end)]:
        for match in pattern.finditer(text, at, low):
            word = match.group()
            kind: Literal["word", "mark"] = "word" if word[-1].isalnum() or word[0].isalnum() else "mark"
            if kind == "word" and word[0] == "-":
                bare = word.removeprefix("-t").lstrip("-")
                yield Token(match.end() - len(bare), match.end(), bare, bare.lower(), kind, hangs=True)
            else:
                yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"), kind)
        if low < high:
            yield Token(low, high, text[low:high], "", "quote")
        at = high


@cache
def _pattern(elisions: frozenset[str], clitics: frozenset[str]) -> re.Pattern[str]:
    """Words (with hyphens and full stops of abbreviations in them), elided words, hanging pronouns, single marks."""
    parts = [r"\d+(?:[.:,]\d+)+", r"[A-ZÄÖÜ]\w+-\s(?:und|oder|sowie)\s[A-ZÄÖÜ]\w+(?:-\w+)*"]  # Städte- und Kreistag
    if elisions:
        parts += [r"aujourd['’]hui", rf"(?i:\b(?:{'|'.join(sorted(elisions))}))['’](?=[\w«“\"])"]
    if clitics:
        hanging = "|".join(sorted(clitics, key=len, reverse=True))
        parts += [rf"(?i:(?<=\w)(?:-t)?-(?:{hanging}))\b", rf"\w+(?:[-’'](?!(?:t-)?(?:{hanging})\b)\w+)*"]
    else:
        parts.append(r"\w+(?:[-’']\w+)*")
    return re.compile(rf"(?:[A-Z]\.){{2,}}|{ABBREVIATIONS}|{'|'.join(parts)}|\S")


def ends_sentence(token: Token) -> bool:
    """Whether a token is the mark at which a sentence ends."""
    return token.kind == "mark" and token.text in _STOPS


def trimmed(text: str, start: int, end: int) -> Offsets:
    """Where what is spoken between two offsets begins and ends, without dashes and blanks around it."""
    while start < end and not (text[start].isalnum() or text[start] in '¿¡«“"'):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
