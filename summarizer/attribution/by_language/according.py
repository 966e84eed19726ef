"""Reads phrases that attribute a sentence: "according to the police", "as the mayor said", "…, so the mayor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.by_language.clause import FEWEST, Clause
from summarizer.attribution.by_language.found import Found, content_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.by_language.clause import Range
    from summarizer.attribution.by_language.phrases import Phrase
    from summarizer.attribution.by_language.verbs import Cue
    from summarizer.contract.draft import Stance
    from summarizer.contract.statement import Form

_LONGEST = 6  # words of a phrase of attribution
_REACH = 14  # tokens between "as" and its verb
_PARTICIPLE = re.compile(r"\w+(?:ée?s?|ie?s?|ue?s?|[ai]d[oa]s?)\Z")  # publié, publicado


def according(clause: Clause) -> Iterator[Found]:
    """The attributions of a sentence by a phrase."""
    for cue in clause.cues:
        one = _as_said(clause, cue)
        if one is not None:
            yield one
    for at, token in enumerate(clause.tokens):
        one = _phrase(clause, at) if token.kind == "word" else None
        if one is not None:
            yield one


def says_the_sentence_before(clause: Clause) -> Found | None:
    """Who says the sentence before, where one only tells that: Das teilte die Polizei mit; Así lo dijo Ruiz."""
    if len(clause.cues) != 1:
        return None
    cue, tokens = clause.cues[0], clause.tokens
    opening = [token.low.rstrip("'") for token in tokens[clause.begin : cue.first] if token.kind == "word"]
    phrases = [phrase.lower().replace("'", "").split() for phrase in clause.speech.according.so_it_says]
    objects = [word for word in opening if word not in ("l", "lo")]
    if opening not in phrases and objects not in phrases:
        return None
    subject = clause.subject_after(cue.past)
    if subject is None:
        return None
    past = clause.past_adjuncts(max(subject.beyond, subject.past))
    rest = [token for token in tokens[past : clause.last] if token.kind == "quote" or token.text == ":"]
    return None if rest else Found((), subject, (cue.first, cue.past), cue.verb.stance, "clause", "so-it-says")


def _as_said(clause: Clause, cue: Cue) -> Found | None:
    """ "Wie die Polizei mitteilte", "comme l'a annoncé le maire", "según informó la policía"."""
    tokens, grammar, words = clause.tokens, clause.grammar, clause.speech.according.as_words
    reach = range(cue.first - 1, max(-1, cue.first - _REACH), -1)
    start = next((i for i in reach if tokens[i].low in words), None)
    if start is None:
        return None
    led = clause.phrases.read(start + 1) if cue.verb.is_last else None  # "wie der Gouverneur, Ada Kroon, mitteilte"
    first = max(start, led.beyond) if led is not None else start
    if any(tokens[i].kind != "word" for i in range(first, cue.first)):
        return None
    between = tokens[start + 1 : cue.first]
    while start > clause.begin and tokens[start - 1].low in words | grammar.and_words:
        start -= 1  # tal y como
    subject: Phrase | None
    if between and (cue.verb.is_last or grammar.verb_second):
        subject = clause.phrases.read(start + 1)
        if subject is not None and subject.past > cue.first:
            return None
    elif all(one.low in grammar.objects | grammar.adverbs | grammar.determiners for one in between):
        subject = clause.subject_after(cue.past)
    else:
        return None
    if subject is None:
        return None
    past = clause.past_adjuncts(max(subject.beyond, cue.end))
    return _beside(clause, (start, past), subject, (cue.first, cue.past), cue.verb.stance)


def _phrase(clause: Clause, at: int) -> Found | None:
    tokens, words = clause.tokens, clause.speech.according
    length = _length(clause, at)
    if length:
        subject = clause.phrases.read(at + length, is_subject=False)
        if subject is None or (subject.is_pronoun and clause.grammar.capital_nouns):
            return None
        return _beside(clause, (at, max(subject.past, subject.beyond)), subject, (at, at + length))
    if tokens[at].low in words.after:
        subject = clause.phrase_ending(at)
        return None if subject is None else _beside(clause, (subject.first, at + 1), subject, (at, at + 1))
    if tokens[at].low in words.so_words and clause.is_comma(at - 1):
        return _so(clause, at)
    return None


def _length(clause: Clause, at: int) -> int:
    """How many tokens a phrase of attribution has that begins at a token; the longest counts."""
    known = clause.speech.phrases.get(clause.tokens[at].low.rstrip("'"), ())
    if not known:
        return 0
    lows = tuple(token.low.rstrip("'") for token in clause.tokens[at : at + _LONGEST])
    return max((len(words) for words in known if lows[: len(words)] == words), default=0)


def _so(clause: Clause, at: int) -> Found | None:
    """„…“, so der Minister."""
    subject = clause.phrases.read(at + 1)
    if subject is None:
        return None
    is_quoted = at > 1 and clause.tokens[at - 2].kind == "quote"
    content = content_around(clause, at - 1, subject.beyond, is_quoted=is_quoted)
    if not content:
        return None
    form: Form = "quotation" if clause.is_quote(*content[0]) else "clause"
    past = clause.past_adjuncts(subject.beyond)
    if form == "clause" and past < len(clause.tokens) and clause.tokens[past].kind == "word":
        return None
    return Found(content, subject, (at, at + 1), "asserts", form, "so")


def _beside(clause: Clause, phrase: Range, subject: Phrase, cue: Range, stance: Stance = "asserts") -> Found | None:
    """What a phrase attributes: the rest of its sentence, on both sides."""
    tokens = clause.tokens
    start, past = phrase
    left = max([clause.begin, *(i + 1 for i in range(clause.begin, start) if tokens[i].text in (";", ":"))])
    left_end = start
    while left_end > left and tokens[left_end - 1].kind == "mark" and tokens[left_end - 1].text != "%":
        left_end -= 1
    right = past if left_end > left else _past_modifiers(clause, past)
    while right < clause.last and tokens[right].kind == "mark":
        right += 1
    right_end = clause.clause_end(right) if right < clause.last else right
    pieces = [(left, left_end)] if left_end > left else []
    is_apart = right > past and tokens[past].text not in (",", "–", ")")
    is_apart = is_apart or (right == past and not clause.grammar.verb_second)  # what still belongs to the source
    if right < right_end and not (pieces and (is_apart or _is_aside(clause, pieces[0], right))):
        pieces.append((right, right_end))
    pieces = [one for one in pieces if clause.words(*one)]
    if sum(clause.words(*one) for one in pieces) < FEWEST:
        return None
    form: Form = "quotation" if all(clause.is_quote(*one) for one in pieces) else "clause"
    return Found(tuple(pieces), subject, cue, stance, form, "according")


def _is_aside(clause: Clause, left: Range, right: int) -> bool:
    """Whether what follows a phrase in the middle of a sentence is no part of what is said before it."""
    token, grammar = clause.tokens[right], clause.grammar
    if clause.is_quote(*left) or (token.is_capital and not grammar.capital_nouns):
        return True
    return token.low in grammar.subordinators or token.low in grammar.prepositions or clause.is_conjunction(right)


def _past_modifiers(clause: Clause, past: int) -> int:
    """Past what else is told of a source that opens its sentence: "published on Tuesday,", ", which came late,"."""
    tokens, grammar = clause.tokens, clause.grammar
    at = past
    if at < clause.last and not grammar.capital_nouns and _PARTICIPLE.match(tokens[at].low):
        at += 1
    at = clause.past_adjuncts(at)
    if clause.is_comma(at):
        past = at
    relatives = grammar.relative_words | grammar.that_words
    if clause.is_comma(past) and past + 1 < clause.last and tokens[past + 1].low in relatives:
        past = next((i for i in range(past + 1, clause.last) if clause.is_comma(i)), past)
    return past
