"""What the sentences that a line names deny, and the line has as so: "the pumps worked" for "the pumps didn't work".

Only what stands right behind a "not" is looked at, and only where these sentences have it nowhere without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.grounding.lines.polarity import (
    DECLINING,
    DENYING,
    HELPERS,
    LIGHT,
    is_also_so,
    negations,
    says_no,
    tokens_of,
)
from summarizer.grounding.lines.support import root_of, sentence_text, told_within
from summarizer.grounding.lines.words import NUMBER_WORDS
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.lines.polarity import Negation

_BEFORE, _AFTER = 7, 6  # words about one in which a "not" of the line is about it
_SHORTEST = 4  # letters of a word that says what is denied
_TO = 2  # words from a "to" to what is wanted or may be done
_EMPHATIC = frozenset({"do", "does", "did"})
_OBJECTING = word_set("lines.denials.objecting")
_INSTEAD = _OBJECTING | word_set("lines.denials.instead")
_DENIES = word_set("lines.denials.denies")
_SAID_YES = wordings("lines.denials.answer", re.IGNORECASE)
_YES_OR_NO = wordings("lines.denials.yes_or_no")
_DOUBTS = frozenset({"doubt", "doubts", "doubted"})
_USED_MUCH = word_set("lines.denials.light")
_SURE = frozenset({"confident", "certain", "sure", "convinced", "confidence"})
_TELLING = word_set("lines.denials.telling")
_DECLINED = wordings("lines.denials.declined", re.IGNORECASE)
_LIGHT = 2  # letters
_ENOUGH = 2  # words of what is not told that a line must have to tell it
_IF = re.compile(r"\b([Ii]f|[Pp]rovided)\b(?! not\b)(?P<what>[^,.;]*)")
_UNLESS = re.compile(r"\b([Uu]nless)\b(?P<what>[^,.;]*)")
_CONTRASTING = frozenset({"rather", "instead"})
_NUMBERS = frozenset(map(root_of, NUMBER_WORDS))
_NO = frozenset({"no", "nope", "nah"})


def denials_lost(article: Article, clause: str, named: Collection[int]) -> Iterator[str]:
    """What a clause of a line has as so and the sentences at some indices deny, or the other way round, in words."""
    if not named:
        return
    said = tokens_of(clause)
    texts = [text for index in sorted(named) for text in told_within(article, index)]
    told = list(map(tokens_of, texts))
    yield from _unnegated(said, told)
    yield from _told_though_declined(clause, said, texts)
    yield from _other_condition(clause, texts)
    doubts = next((word for word in said if word in _DOUBTS), None)
    words = {word for one in told for word in one}
    is_opposed = any(says_no(word) or word in DENYING | _OBJECTING for word in words)
    if doubts and not _SURE.isdisjoint(words) and not is_opposed:
        yield f"the line says “{doubts}”, the article is sure of it"
    denies = next((word for word in said if word in _DENIES), None)
    if denies and not is_opposed and DECLINING.isdisjoint(words):
        yield f"the line says “{denies}”, the article does not"
    if answer := _SAID_YES.search(clause):
        yield from _other_answer(answer["answer"], [sentence_text(article, index) for index in named])


def _unnegated(said: Sequence[str], told: Sequence[Sequence[str]]) -> Iterator[str]:
    """What stands in a line without the "not" that is right before it in each sentence that has it."""
    own = {root_of(word) for word in said if _tells(word)}
    if not _CONTRASTING.isdisjoint(said):
        return
    denies = not (DENYING | DECLINING).isdisjoint(said)
    denied: dict[str, tuple[str, frozenset[str]]] = {}
    plain: set[str] = set()
    for words in told:
        roots = frozenset(root_of(word) for word in words if _tells(word))
        found = [
            one
            for one in negations(words, DECLINING)
            if one.heads and not (denies and one.word in DENYING) and not is_also_so(words, one)
        ]
        for one in found:
            if head := _head(one, words):
                denied[head] = one.word, roots - {head}
        plain |= roots.difference(*[one.heads for one in found])
    for at, word in enumerate(said):
        root = _denied_root(word, denied, plain) if _tells(word) and len(word) >= _SHORTEST else ""
        if not root or word in LIGHT | _USED_MUCH:
            continue
        negator, beside = denied[root]
        if own & beside and not _is_denied(said, at) and not _is_wished(said, at):
            yield f"the article says “{negator} … {word}”, the line does not negate it"


def _denied_root(word: str, denied: Collection[str], plain: Collection[str]) -> str:
    """The root of a word that is denied, or of one that means the same; empty if the article has it without a "not"."""
    root = root_of(word)
    if root in denied or root in plain:
        return root if root not in plain else ""
    sides = sides_of(meaning(word))
    if not sides or any(not sides.isdisjoint(sides_of(one)) for one in plain):
        return ""
    return next((one for one in denied if not sides.isdisjoint(sides_of(one))), "")


def _head(one: Negation, words: Sequence[str]) -> str:
    """The root of what a negation is about; of "none of the three divers drowned" that is no diver."""
    after = words[words.index(one.word) + 1 :][:2]
    if after and after[0] in LIGHT and after[1:] != ["to"]:
        return ""  # "never wanted the money"
    if one.heads[0] not in _NUMBERS:
        return one.heads[0]
    following = one.heads[1] if len(one.heads) > 1 else ""
    is_thing = any(word.endswith("s") and _tells(word) and root_of(word) == following for word in words)
    return "" if is_thing else following


def _told_though_declined(clause: str, said: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """What a clause has somebody tell, and the article has them decline to tell: "would not say who pays"."""
    if _TELLING.isdisjoint(said) or any(says_no(word) or word in DECLINING | DENYING | _INSTEAD for word in said):
        return
    own = _plain_roots(clause)
    for text in texts:
        for found in _DECLINED.finditer(text):
            about = _plain_roots(re.split(r"[.;”]", text[found.end() :])[0])
            if about and len(about & own) >= min(_ENOUGH, len(about)):
                yield f"the article says “{found[0]}” of it, the line does not"


def _plain_roots(text: str) -> set[str]:
    """The roots of the words of a text that say something and are no names."""
    words = [word for word in tokens_of(" ".join(one for one in text.split() if one[0].islower())) if _tells(word)]
    return {root_of(word) for word in words if len(word) > _LIGHT}


def _other_condition(clause: str, texts: Sequence[str]) -> Iterator[str]:
    """ "If the wind turns" where the article has "unless the wind turns", or the other way round."""
    for mine, its in ((_IF, _UNLESS), (_UNLESS, _IF)):
        said, told = mine.search(clause), [found for text in texts if (found := its.search(text))]
        if said is None or its.search(clause) or any(mine.search(text) for text in texts):
            continue
        words = tokens_of(said["what"])
        if any(says_no(word) for one in (said, *told) for word in tokens_of(one["what"])):
            continue
        roots = {root_of(word) for word in words if _tells(word)}
        if any(len(roots & {root_of(word) for word in tokens_of(one["what"])}) >= min(2, len(roots)) for one in told):
            yield f"the line says “{said[1]}”, the article “{told[0][1]}”"


def _tells(word: str) -> bool:
    return word[0].isalpha() and word not in HELPERS


def _is_denied(said: Sequence[str], at: int) -> bool:
    """Whether a line, too, negates or doubts what stands at a place."""
    around = [*said[max(0, at - _BEFORE) : at], *said[at + 1 : at + 1 + _AFTER]]
    return any(says_no(word) or word in DENYING or word in DECLINING or word in _INSTEAD for word in around)


def _is_wished(said: Sequence[str], at: int) -> bool:
    """Whether it is not told but wanted, asked or stressed: "urged them to vote", "did recall"."""
    before = said[max(0, at - _TO) : at]
    return "to" in before or (bool(before) and before[-1] in _EMPHATIC)


def _other_answer(answer: str, texts: Sequence[str]) -> Iterator[str]:
    """The answer of a line, "yes" or "no", where the article has only the other one."""
    given = {found[0].lower() in _NO for text in texts for found in _YES_OR_NO.finditer(text)}
    if given == {answer.lower() not in _NO}:
        yield f"the line has “{answer}” for an answer, the article the opposite"
