"""The sentences of an article that a summary may be made of: no captions, questions and titles of other articles."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.engines.rules.standalone import Told, is_item, is_news, tell
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.engines.rules.centrality import Weighed
    from summarizer.reading.layout.layout import Layout, Sentence

MAX_ABSTRACT = 700  # characters: three long news sentences
_LONGEST_LABEL = 12  # characters
_LONGEST_LINE = 100
_SAYS = re.compile(r"\b(?:said|told|says)\b")
_LABELS = word_set("drafts.summary.labels")
_FEWEST_WORDS = 4  # content words of a sentence in an abstract
DENIES_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed))"
    r" (?:(?:the|this|that|these|those|any|all)\b(?: (?P<what>[a-z]{4,}))?(?P<bare>(?=[,.;]))?|it\b(?P<it>(?=[,.;]))?)"
)
_QUESTIONS = 3  # paragraphs that ask, and as many that say "I" without quotation marks: an interview
_SAYS_I = re.compile(r"(?<![“\"\w])(?:I|I['’]ve|I['’]m|We|we) [a-z]")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][a-z]+ (?:[A-ZÀ-Þ][a-z]+ ){2}")  # most sentences have no three such words in a row
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT, _MANY, _MOSTLY = 3, 8, 0.7  # letters of a word without a capital in titles, such words, and their share
_LONG_ITEM = 8  # words
_STOPS = (".", "!", "…")
_AFTER_STOP = "\"'”’)]"
_ELEMENT = re.compile(
    r"<([a-z]+)(?: [^<>]*)?>[^<>]*</\1>"
)  # a post as a page holds it: its words are not the article's
_LATE = 0.3  # of a text
# Headings behind a press release
_ENDING = re.compile(
    r"\W*(?:(?:About|ABOUT) (?:[Tt]he )?(?P<about>[A-ZÀ-Þ][\w’'&-]*)[^?!:]*"
    r"|(?i:(?:cautionary [^.]*)?forward[- ]looking statements?|safe harbou?r\b[^.]*|notes? (?:to|for) (?:the )?editors?"
    r"|(?:media|press)(?: and investor| & investor)? contacts?|ends|###))[\W_]*"
)
_CREDIT_BELOW = re.compile(r"(?:Image|Photo|Picture|Getty|Reuters|©)|[A-Z]+(?: [A-Z.]+){1,3}$")


class Candidate:
    """A sentence that may be chosen; whether it can be told is read only of those few that weigh enough."""

    def __init__(
        self,
        article: Article,
        sentence: Sentence,
        weighed: Weighed,
        title: str,
        *,
        sums_up: bool = False,
        opens: bool = False,
    ) -> None:
        self.sentence, self.weighed = sentence, weighed
        self.opens = opens  # it is the first of the text, or below a line that announces it
        self.sums_up = sums_up  # it stands behind the word "Abstract"
        self.number, self.text = sentence.number, article.text[sentence.start : sentence.end]
        self.article, self.title = article, title
        self._told: dict[tuple[frozenset[str], str, frozenset[str]], Told] = {}

    @cached_property
    def is_news(self) -> bool:
        """Whether it tells something."""
        return is_news(self.text)

    @cached_property
    def told(self) -> Told:
        """The sentence as a reader of the title alone is told it."""
        return self.tell(frozenset(), self.title)

    def tell(self, known: frozenset[str], context: str, met: frozenset[str] = frozenset()) -> Told:
        """The sentence as a reader is told it who has read `context`: see `tell` of standalone.py."""
        told = self._told.get((known, context, met))
        if told is None:
            told = tell(self.article, self.sentence.start, self.sentence.end, known=known, context=context, met=met)
            self._told[known, context, met] = told
        return told


def find_candidates(
    article: Article, layout: Layout, pairs: Sequence[tuple[Sentence, Weighed]], title: str
) -> list[Candidate]:
    """The sentences that can be told by themselves, without captions, questions and words to the reader."""
    found = []
    asked_at = _first_question(article, layout)
    elements = [one.span() for one in _ELEMENT.finditer(article.text)] if "</" in article.text else []
    label = ""
    first = int(_is_announced(article, pairs))
    for one, weighed in pairs:
        text = article.text[one.start : one.end]
        before, label = label, text if len(text) <= _LONGEST_LABEL else ""
        is_short = len(weighed.words) < _FEWEST_WORDS and not DENIES_IT.search(text)
        if is_short or len(text) > MAX_ABSTRACT or not _is_ended(article, one) or _is_run_of_titles(text):
            continue
        if one.start >= asked_at:
            break
        if any(low < one.end and one.start < high for low, high in elements):
            continue
        if not _is_above_credit(article, layout, one):
            sums_up = before.rstrip(".: ").lower() in _LABELS
            found.append(Candidate(article, one, weighed, title, sums_up=sums_up, opens=weighed.place <= first))
    return found


def past_news(article: Article, layout: Layout) -> int:
    """Where the news of a press release ends: what follows tells of the company, of the law and whom to ask."""
    late = len(article.text) * _LATE
    for block in layout.blocks:
        if block.start < late or block.end - block.start > _LONGEST_LINE:
            continue
        found = _ENDING.fullmatch(article.text, block.start, block.end)
        if found is not None and (found["about"] is None or article.text.find(found["about"], 0, block.start) >= 0):
            return block.start
    return len(article.text)


def _is_announced(article: Article, pairs: Sequence[tuple[Sentence, Weighed]]) -> bool:
    """Whether the text begins with a short line of one sentence, as stands between a title and the report."""
    if len(pairs) < 2 or pairs[0][0].block == pairs[1][0].block:
        return False
    line = article.text[pairs[0][0].start : pairs[0][0].end]
    return len(line) <= _LONGEST_LINE and not _SAYS.search(line)


def _first_question(article: Article, layout: Layout) -> int:
    """Where the questions of an interview begin: what stands from there on are its answers, in the first person."""
    body = [block for block in layout.blocks if block.kind == "body"]
    asked = [block.start for block in body if article.text[block.start : block.end].rstrip().endswith("?")]
    if len(asked) < _QUESTIONS:
        return len(article.text)
    said_i = sum(1 for block in body if _SAYS_I.search(article.text, block.start, block.end))
    return asked[0] if said_i >= _QUESTIONS else len(article.text)


def _is_ended(article: Article, one: Sentence) -> bool:
    """Whether a sentence has its stop; an item of a list needs none, where it is long enough to be a sentence."""
    text = article.text[one.start : one.end]
    if text.rstrip(_AFTER_STOP).endswith(_STOPS):
        return True
    return text[-1:].isalnum() and len(text.split()) >= _LONG_ITEM and is_item(article, one.start)


def _is_run_of_titles(text: str) -> bool:
    """Whether a sentence is a title in capitals, or titles of other articles, which stood one below the other."""
    if text.isupper():
        return True
    if _CAPITALS.search(text) is None:
        return False
    words = [word for word in _LETTERS.findall(text) if len(word) > _SHORT]
    if text.endswith(".") and any(load_lexicon().tags.get(word) in (tags.PAST, tags.MODAL) for word in words):
        return False  # "Kell Times chose Reeve Ana Moll as its Varner of the Year.": its verb is small
    return len(words) >= _MANY and sum(word[0].isupper() for word in words) > _MOSTLY * len(words)


def _is_above_credit(article: Article, layout: Layout, one: Sentence) -> bool:
    """Whether a sentence stands right above the credit of a picture: it is its caption."""
    if one.block + 1 >= len(layout.blocks):
        return False
    below = layout.blocks[one.block + 1]
    if below.kind not in ("furniture", "caption"):
        return False
    text = article.text[below.start : below.end]
    return (
        len(text) < 60
        and _CREDIT_BELOW.match(text) is not None
        and not re.search(r"\bsaid\b", article.text[one.start : one.end])
    )
