"""Media that pass on what somebody says: to whom it was told, and who is cited by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.by_language.speech import compounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.by_language.clause import Clause
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.speech import Speech
    from summarizer.attribution.by_language.tokens import Token

_LONGEST_NAME = 3  # words of a medium's name in quotation marks
_LONGEST_CITING = 5
_REACH = 6  # tokens between a medium and whom it cites
_MARKS = "\"“”„«»‚‘’'‹› \u00a0\u202f"


class Medium(NamedTuple):
    """A medium at tokens `first` to `past`; its name is "" where it is only called the paper."""

    first: int
    past: int
    name: str


def media_told(clause: Clause, taken: frozenset[int]) -> Iterator[Medium]:
    """The media that are told something in a sentence: "dem Sender Radio Tolm", "au micro de Radio Tolm"."""
    tokens, grammar = clause.tokens, clause.grammar
    at = 1
    while at < clause.last:
        is_led = tokens[at - 1].low in grammar.told
        is_told = (is_led or (grammar.capital_nouns and tokens[at].low in grammar.told)) and at not in taken
        medium = medium_at(clause, at) if is_told and tokens[at].kind != "mark" else None
        if medium is not None and not medium.name and _is_press(tokens[medium.first : medium.past], clause.speech):
            medium = None
        if medium is not None and taken.isdisjoint(range(medium.first, medium.past)):
            yield medium
            at = medium.past
        at += 1


def medium_at(clause: Clause, at: int) -> Medium | None:
    """The medium that a phrase at a token names; None where it names none, or the paper that one reads."""
    tokens, grammar, speech = clause.tokens, clause.grammar, clause.speech
    if at >= len(tokens) or tokens[at].low in grammar.this_one | grammar.possessives:
        return None
    first = at + (tokens[at].low in grammar.determiners)
    quoted = first
    while quoted < len(tokens) and _is_medium_noun(tokens[quoted], speech):
        quoted += 1
    if quoted < len(tokens) and tokens[quoted].kind == "quote":
        is_name = tokens[quoted].words <= _LONGEST_NAME and quoted > at
        return Medium(at, quoted + 1, tokens[quoted].text.strip(_MARKS)) if is_name else None
    phrase = clause.phrases.read(at, is_subject=False)
    if phrase is None or phrase.is_pronoun:
        return None
    is_named_so = at < first and tokens[at].is_capital and at > clause.begin and not grammar.capital_nouns
    words = tokens[at if is_named_so else first : phrase.past]  # L'Écho du Val
    if not any(_is_medium_word(word, speech) for word in words):
        return None
    return Medium(at, phrase.past, _name(words, speech))


def quoted_name(token: Token) -> str:
    """The name in quotation marks that a token may be; "" when it is none."""
    name = token.text.strip(_MARKS) if token.kind == "quote" and token.words <= _LONGEST_NAME else ""
    return name if name[:1].isupper() else ""


def cited_by(clause: Clause, past: int) -> Phrase | None:
    """Whom a medium that ends at a token cites: "unter Berufung auf die Polizei", "que cita a la policía"."""
    for at in range(past, min(clause.last, past + _REACH)):
        length = _length(clause, at)
        if length:
            return clause.phrases.read(at + length, is_subject=False)
    return None


def _length(clause: Clause, at: int) -> int:
    known = clause.speech.citing_phrases.get(clause.tokens[at].low.rstrip("'"), ())
    lows = tuple(token.low.rstrip("'") for token in clause.tokens[at : at + _LONGEST_CITING])
    return max((len(words) for words in known if lows[: len(words)] == words), default=0)


def _is_press(tokens: Sequence[Token], speech: Speech) -> bool:
    """Whether words mean media in general: "told the press"."""
    return any(token.low in speech.naming.press for token in tokens)


def _is_medium_noun(token: Token, speech: Speech) -> bool:
    return token.kind == "word" and bool(compounds(token.low, speech.naming.media))


def _is_medium_word(token: Token, speech: Speech) -> bool:
    if token.kind != "word":
        return False
    is_name = token.is_capital and bool(compounds(token.low, speech.naming.media_names))
    return is_name or _is_medium_noun(token, speech)


def _name(words: Sequence[Token], speech: Speech) -> str:
    """A medium's name without the noun for what it is: "Radio Tolm" of "dem Sender Radio Tolm"; "" for a noun alone."""
    naming = speech.naming
    own = list(words)
    while own and not own[0].is_capital:
        own = own[1:]
    if speech.grammar.capital_nouns and len(own) > 1 and own[0].low in naming.media and own[1].is_capital:
        own = own if own[0].low in naming.media_names else own[1:]
    if not own:
        return next((word.text for word in words if word.low in naming.agencies), "")
    is_noun = len(own) == 1 and own[0].low in naming.media and speech.grammar.capital_nouns
    if is_noun and not own[0].text.isupper():
        return ""
    text = ""
    if speech.grammar.capital_nouns and len(own) > 1 and own[0].text.endswith("en") and words[0] is own[0]:
        own[0] = own[0]._replace(text=own[0].text[:-1])  # "der Deutschen Presse-Agentur": Deutsche
    for number, token in enumerate(own):
        text += (" " if number and token.start > own[number - 1].end else "") + token.text
    return text
