"""A person whom an article names, the words of a name, and who a mention turns out to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.speech import compounds
from summarizer.attribution.sources.naming import SourceName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Gender, Speech
    from summarizer.attribution.by_language.tokens import Token
    from summarizer.contract.statement import Offsets


@dataclass(eq=False)
class Person:
    """A person whom the article names; `spots` are the offsets at which it does, in order."""

    name: str
    words: tuple[str, ...]
    gender: Gender
    role: str = ""
    heads: set[str] = field(default_factory=set)
    spots: list[int] = field(default_factory=list)
    is_in_headline: bool = False


class Speaker(NamedTuple):
    """Who a mention is: its name for the report, the person if it is one, and how the text names it (confidence.py)."""

    source: SourceName
    reference: str
    person: Person | None = None
    gender: Gender = ""


def lone_speakers(speech: Speech, tokens: Sequence[Token]) -> Iterable[str]:
    """The words with a capital that are somebody: beside a verb of saying or a title, "Ríos acusó", "M. Roux"."""
    for at, token in enumerate(tokens):
        if not token.is_capital or token.low in speech.grammar.determiners or compounds(token.low, speech.nouns):
            continue
        if at > 0 and _is_honorific(speech, tokens[at - 1]):
            yield token.low  # M. Roux
            continue
        first = at - (at > 0 and _may_be_first(speech, tokens[at - 1]))  # "se queja Pura Melgar"
        around = [tokens[i] for i in (first - 1, at + 1) if 0 <= i < len(tokens)]
        if not any(one.is_capital for one in around) and any(
            verb.is_finite for one in around if one.kind == "word" for verb in speech.verbs.get(one.low, ())
        ):
            yield token.low


def has_age_behind(speech: Speech, tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma and an age stand behind a name: ", 88 ans", ", de 79 años"."""
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return False
    age = at + 1 + (tokens[at + 1].low in speech.grammar.connectors)
    behind = tokens[age + 1].low if age + 1 < len(tokens) else ""
    return tokens[age].text.isdigit() and (behind in speech.grammar.age_words or behind == ",")


def firm_names(speech: Speech, tokens: Sequence[Token]) -> Iterable[str]:
    """The names of one word behind a noun for a body: "der Konzern Medivia", "la distribuidora, Gasured,"."""
    for at, token in enumerate(tokens[:-1]):
        if token.kind != "word" or not compounds(token.low, speech.bodies):
            continue
        first = at + 1 + (tokens[at + 1].text == ",")
        is_alone = first + 1 >= len(tokens) or not tokens[first + 1].is_capital
        if first < len(tokens) and tokens[first].is_capital and is_alone and _may_be_first(speech, tokens[first]):
            is_name = tokens[first].low not in speech.first_names | speech.grammar.times
            if is_name and (first == at + 1 or (first + 1 < len(tokens) and tokens[first + 1].text == ",")):
                yield tokens[first].low


def _is_honorific(speech: Speech, token: Token) -> bool:
    naming = speech.naming
    return token.low.rstrip(".") in naming.honorifics_man | naming.honorifics_woman


def _may_be_first(speech: Speech, token: Token) -> bool:
    """Whether a word may be a first name: with a capital, and nothing else that is known."""
    return token.is_capital and not (token.low in speech.grammar.determiners or compounds(token.low, speech.nouns))


def named_source(person: Person) -> SourceName:
    """A person as a source: name and role."""
    return SourceName(person.name, "person", person.role)


def name_length(phrase: Phrase) -> int:
    """How many words of a name a phrase holds."""
    return phrase.name[1] - phrase.name[0] if phrase.name is not None else 0


def is_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is the other, its last words, or its first and last."""
    if short == full or full[-len(short) :] == short:
        return True
    return len(short) == 2 and len(full) > 2 and (short[0], short[-1]) == (full[0], full[-1])


def is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is a part of one with two surnames: "Ojeda", "Rafael Ojeda" of Rafael Ojeda Durán."""
    if is_form(short, full):
        return True
    first = 1 if len(short) == 1 else 0
    return any(full[at : at + len(short)] == short for at in range(first, len(full) - len(short) + 1))


def text_of(tokens: Sequence[Token]) -> str:
    """The words of some tokens as they stand, with a blank where there is white space."""
    text = ""
    for number, token in enumerate(tokens):
        gap = " " if number and token.start > tokens[number - 1].end else ""
        text += gap + " ".join(token.text.split())
    return text


def span_of(tokens: Sequence[Token], first: int, past: int) -> Offsets:
    """Where some tokens stand in the text."""
    return tokens[first].start, tokens[past - 1].end


def is_age(complement: str) -> bool:
    """Whether what stands behind a noun only tells how old somebody is."""
    return any(word.isdigit() for word in complement.split()[:2])
