"""Reads invented sentences in other languages, with the marks of tests/attribution/reading.py around what is asked."""

from __future__ import annotations

from summarizer.attribution.by_language.clause import Clause
from summarizer.attribution.by_language.reader import read_by_language
from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.units import read_units
from summarizer.contract.article import Article
from tests.attribution.reading import Said, without_marks


def article(text: str, language: str) -> Article:
    """An article whose first line is a title, so that the text is its body."""
    return Article(id="invented", text=f"Tolm\n\n{text}", title="Tolm", language=language)


def first_clause(text: str, language: str) -> Clause:
    """The first sentence of a text, as its readers see it."""
    speech = load_speech(language)
    return Clause(speech, read_units(article(text, language), speech)[0])


def said_by(text: str, language: str) -> list[Said]:
    """Mention, cue and content of each statement in a text."""
    read = article(text, language)
    return [
        Said(
            read.text[slice(*one.mention)] if one.mention else "",
            read.text[slice(*one.cue)] if one.cue else "",
            tuple(_without_marks(read.text[slice(*piece)]) for piece in one.content),
        )
        for one in read_by_language(read).statements
    ]


def _without_marks(content: str) -> str:
    """What is said without the marks around it, but with those within it."""
    opens, closes = '«»„“‚"', '«»“”‘"'
    if content[0] in opens or (content[-1] in closes and not any(mark in content[:-1] for mark in opens)):
        return content.strip(f"{opens}{closes} \u00a0")
    return content


def names_in(text: str, language: str) -> list[str]:
    """The names of the sources of a text's statements, in order."""
    reading = read_by_language(article(text, language))
    return [reading.names[one.mention].name for one in reading.statements if one.mention]


def read_example(example: str, language: str) -> list[Said]:
    """The statements of a marked sentence."""
    return said_by(without_marks(example), language)
