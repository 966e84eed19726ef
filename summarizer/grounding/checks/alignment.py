"""Sets a text beside the sentences that it rests on, word by word, once for all checks.

Each word of the text is linked to the word of the article that it repeats: the same word in another form, or one that
means the same. What is not linked differs, and the other modules say of what class the difference is.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import meaning, sides_of, word_key
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.numerals import find_numerals
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.passage import Passage
    from summarizer.text.number_words import Numeral

_TOKEN = re.compile(r"[^\W_](?:[\w’'.&]*\w)?|[,.;:!?…()“”\"]|[—–]")
_STOP_WORDS = (word_set("words.overlap.stop_words") - {"won"}) | vocab.AUXILIARIES
_TITLES = word_set("words.titles.abbreviated")
_MOST_WORDS = 300  # comparing two longer texts word by word takes quadratic time
_MODAL = "may be"  # the key of "may", which is no month
_LONG = 2  # words: a run of words without content that is longer is no chance
_NEAR = 5  # words: so far apart two words of the text may tell of each other
_FAR = 8  # the same of the article, whose sentences are longer


Operation = tuple[str, int, int, int, int]  # what is done, and the places from which to which, in text and article


class Word(NamedTuple):
    """A word, number or mark, with the key by which it is compared, and where it begins and ends."""

    text: str
    key: str
    kind: Literal["word", "name", "number", "mark"]
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")

    @property
    def is_content(self) -> bool:
        """Whether the word says something by itself."""
        return self.kind != "mark" and self.lower not in _STOP_WORDS

    @property
    def owns(self) -> bool:
        """Whether the word says whose something is: "Moll's"."""
        return self.lower.endswith(("'s", "s'"))


class Alignment(NamedTuple):
    """A text and the article's words beside it.

    `links` gives for each word that is said the place of the article's word, `back` the other way round; None where
    there is none. `cited` are the places of the article's words that lie in the evidence itself.
    """

    said: tuple[Word, ...]
    held: tuple[Word, ...]
    links: tuple[int | None, ...]
    back: tuple[int | None, ...]
    cited: frozenset[int]

    def is_beside(self, said_at: int, held_at: int) -> bool:
        """Whether words around a place of the text are linked to words around a place of the article."""
        around = range(max(0, said_at - _NEAR), min(len(self.said), said_at + _NEAR + 1))
        linked = (self.links[at] for at in around if self.said[at].is_content)
        return any(at is not None and abs(at - held_at) <= _FAR for at in linked)

    def linked(self, at: int) -> Word | None:
        """The article's word for a word that is said."""
        other = self.links[at]
        return None if other is None else self.held[other]


def align(passage: Passage) -> Alignment:
    """Set the text of a passage beside the sentences that hold its evidence."""
    held = tuple(_held_words(passage))
    cited = [
        at for at, word in enumerate(held) if any(start < word.end and word.start < end for start, end in passage.spans)
    ]
    return _aligned(read_words_of(passage.text), held, frozenset(cited))


def align_texts(said: str, held: str) -> Alignment:
    """Set a text beside another one that says the same, all of which counts as cited."""
    words = read_words_of(held)
    return _aligned(read_words_of(said), words, frozenset(range(len(words))))


def _aligned(said: tuple[Word, ...], held: tuple[Word, ...], cited: frozenset[int]) -> Alignment:
    links = _link(said, held)
    back: list[int | None] = [None] * len(held)
    for at, other in enumerate(links):
        if other is not None:
            back[other] = at
    return Alignment(said, held, tuple(links), tuple(back), cited)


def _held_words(passage: Passage) -> Iterator[Word]:
    text, sentences = passage.article.text, sentences_of(passage.article)
    for first, last in passage.stretches:
        for one in sentences[first : last + 1]:
            for word in read_words_of(text[one.start : one.end]):
                yield word._replace(start=word.start + one.start, end=word.end + one.start)


@lru_cache(maxsize=512)
def read_words_of(text: str) -> tuple[Word, ...]:
    """The words, numbers and marks of a text; a number of several words is one."""
    words: list[Word] = []
    at = 0
    for numeral in find_numerals(text):
        words += _plain_words(text, at, numeral.start)
        words.append(_number(text, numeral))
        at = numeral.end
    return (*words, *_plain_words(text, at, len(text)))


def _plain_words(text: str, start: int, end: int) -> Iterator[Word]:
    before = ""
    for found in _TOKEN.finditer(text, start, end):
        title, before = before in _TITLES, found.group()
        word = before
        if word == "." and title:
            continue  # "Mr."
        if not word[0].isalnum():
            yield Word(word, word, "mark", *found.span())
        else:
            kind: Literal["name", "word"] = "name" if _is_name(word) else "word"
            yield Word(word, _MODAL if word == "may" else meaning(word), kind, *found.span())


def _is_name(word: str) -> bool:
    return word[0].isupper() and word_key(word) not in vocab.NOT_NAMES


def _number(text: str, numeral: Numeral) -> Word:
    words = text[numeral.start : numeral.end]
    value = f"{numeral.value:g}" if numeral.value else "".join(words.lower().split())
    key = f"{numeral.kind} {value}"
    return Word(words, key, "number", numeral.start, numeral.end)


def compare_words(said: Sequence[str], held: Sequence[str]) -> Sequence[Operation]:
    """How the words of a text become those of its sentences; nothing where either is too long to compare."""
    if max(len(said), len(held)) > _MOST_WORDS:
        return []
    return SequenceMatcher(None, said, held, autojunk=False).get_opcodes()


def _link(said: Sequence[Word], held: Sequence[Word]) -> list[int | None]:
    """First what stands in the same order in both, then what has moved, then what means the same."""
    links: list[int | None] = [None] * len(said)
    for tag, start, end, other, _ in compare_words([word.key for word in said], [word.key for word in held]):
        if tag == "equal" and (end - start > _LONG or any(word.is_content for word in said[start:end])):
            links[start:end] = range(other, other + end - start)
    taken = set(links)
    free = [at for at, word in enumerate(held) if at not in taken and word.is_content]
    for is_like in (_is_same, _is_form, _is_alike):
        for at, word in enumerate(said):
            if links[at] is None and word.is_content:
                places = [place for place in free if is_like(word, held[place])]
                if places:
                    nearest = _nearest(places, links, at)
                    links[at] = nearest
                    free.remove(nearest)
    return links


def _is_same(one: Word, other: Word) -> bool:
    return one.key == other.key


_ENDING = re.compile(r"(?:ing|ed|es|e|s|d)$")
_VERBAL = ("ed", "ing")
_SHORT = 3  # letters of the root of a short verb: stems keep four


def _is_form(one: Word, other: Word) -> bool:
    """Whether two short words are forms of one verb: "tune" and "tuned"."""
    if one.kind != "word" or other.kind != "word" or not (one.lower.endswith(_VERBAL) or other.lower.endswith(_VERBAL)):
        return False
    root = _ENDING.sub("", one.lower)
    return len(root) == _SHORT and root == _ENDING.sub("", other.lower)


def _is_alike(one: Word, other: Word) -> bool:
    return not sides_of(one.key).isdisjoint(sides_of(other.key))


def _nearest(places: Sequence[int], links: Sequence[int | None], at: int) -> int:
    """Which of the places is nearest to where the words around one are linked."""
    around = [other for other in links[max(0, at - _NEAR) : at + _NEAR + 1] if other is not None]
    return min(places, key=lambda place: min((abs(place - other) for other in around), default=place))


def clause_before(words: Sequence[Word], at: int, reach: int) -> Sequence[Word]:
    """The words before a place, as many as are asked for, of its own clause: no mark but a comma parts them from it."""
    first = max(0, at - reach)
    marks = [place for place in range(first, at) if words[place].kind == "mark" and words[place].text not in ',“”"']
    return words[marks[-1] + 1 if marks else first : at]


_NO_NEGATION = frozenset({("not", "only"), ("nothing", "but")})


def is_last_before_mark(words: Sequence[Word], at: int) -> bool:
    """Whether nothing or a mark stands behind a word."""
    return at + 1 >= len(words) or words[at + 1].kind == "mark"


def is_negated(words: Sequence[Word], at: int, reach: int = 4) -> bool:
    """Whether a negator stands not far before a word in its clause."""
    before = [word.lower for word in clause_before(words, at, reach)]
    if "”" in before:  # what is quoted is not what follows the quotation
        before = before[len(before) - before[::-1].index("”") :]
    if any((one, other) in _NO_NEGATION for one, other in pairwise([*before, words[at].lower])):
        return False
    return any(word in vocab.NEGATORS or word.endswith("n't") for word in before)
