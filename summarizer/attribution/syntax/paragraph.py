"""Splits a paragraph into tagged tokens, with its sentences and its quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.tagging import OFTEN_NAMES, read_words
from summarizer.reading.layout.layout import layout_of
from summarizer.reading.layout.quotation import quotations_of, speech_text
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.reading.layout.layout import Sentence
    from summarizer.reading.layout.quotation_marks import Region

Range = tuple[int, int]  # the first of some tokens, and the token past the last

LONGEST_SENTENCE = 180  # tokens
ENTRY = re.compile(r"\W*(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]\.?m\b|_{3})")
CAPITAL_PRONOUNS = frozenset({"He", "She", "They"})
LONGEST_TITLE = 7  # tokens, marks included
TITLES = frozenset(map(str.lower, word_set("words.titles.abbreviated"))) | {"vs"}
NAME = tags.capitalized(tags.NOUN)
MODAL_NAME = tags.capitalized(tags.MODAL)  # Will
PERHAPS_PERSON = tags.group(MODAL_NAME, tags.capitalized(tags.PREPOSITION))  # Will and Per
COMMON_WORD = tags.pattern(PERHAPS_PERSON, map(tags.capitalized, OFTEN_NAMES))  # one the lexicon knows, with a capital
OWNED_MODAL = re.compile(f"[{tags.DETERMINER}{tags.OBJECT_PRONOUN}]{tags.MODAL}")
NOUN_FOLLOWS = frozenset({"his", "her", "their", "its", "my", "our", "your", "the", "a"})
TO_BEFORE_NOUN = re.compile(f"{tags.TO}(?=[{tags.DETERMINER}{tags.NUMBER}{tags.OBJECT_PRONOUN}{NAME}])")
PAST_VERB = tags.group(tags.PAST, tags.capitalized(tags.PAST))
BEFORE_CLOSING = tags.group(tags.COMMA, tags.QUESTION_MARK, tags.OTHER_MARK)
AFTER_NAME = tags.group(NAME, tags.PAST, tags.ED_FORM)  # no modal stands before one of these


class Paragraph:
    """The tokens of one block, numbered from 0.

    `words` holds them as written, `lower` in lower case, `tags` the tag of each as one letter (see tags.py), `starts`
    where each begins in the text. `sentences` are ranges of tokens. `quotes` are the quotations that the reader of
    marks has found in the block (`regions`), marks included, without titles. `tags` and `quotes` are empty until
    `prepare` is called, because nobody needs them in a paragraph without a cue.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], regions: Sequence[Region] = ()) -> None:
        self.text = text
        self.regions = regions
        start, end = sentences[0].start, sentences[-1].end
        self.words, self.lower, self._capitalized_tags, self.starts, lost = read_words(text, start, end)
        lost_spaces = [bisect_left(self.starts, at) for at in lost]
        lost_stops = _lost_stops(self) if regions else ()
        self.sentences = _cut_sentences(_sentence_ranges(self, sentences), [*lost_spaces, *lost_stops])
        self.begins_entry = False  # of a live file: a time of day, or a rule, stands above it
        self.tags = ""
        self.quotes: list[Range] = []
        self._sentence_starts = [first for first, _ in self.sentences]
        self._quote_starts: list[int] = []
        self._headlines: dict[int, bool] = {}

    @property
    def has_quotation(self) -> bool:
        """Whether any of it is quoted, or any token a quotation mark."""
        return bool(self.regions) or tags.QUOTATION_MARK in self._capitalized_tags

    def tag_at(self, index: int) -> str:
        """The tag of a token, and an empty string before the first and past the last one."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def word_at(self, index: int) -> str:
        """A token in lower case, and an empty string before the first and past the last one."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def offsets(self, first: int, past: int) -> tuple[int, int]:
        """Where the tokens from `first` to before `past` begin and end in the text."""
        return (self.starts[first], self.starts[past - 1] + len(self.words[past - 1]))

    def prepare(self) -> None:
        """Tag the tokens and pair the quotation marks; a second call does nothing."""
        if self.tags:
            return
        written = self._capitalized_tags
        if COMMON_WORD.search(written):
            written = self._name_capitalized(written)
        if "cent" in self.lower:
            written = self._count_per_cent(written)
        self.tags = TO_BEFORE_NOUN.sub(tags.PREPOSITION, written).upper()
        for modal in OWNED_MODAL.finditer(self.tags):
            if self.lower[modal.start()] in NOUN_FOLLOWS:
                self.tags = f"{self.tags[: modal.end() - 1]}{tags.NOUN}{self.tags[modal.end() :]}"  # "in his will"
        for first, _ in self.sentences:
            if self.tags[first] == tags.BASE_FORM and self.word_at(first + 1) == "of":
                self.tags = f"{self.tags[:first]}{tags.NOUN}{self.tags[first + 1 :]}"  # "Head of policy Ann Poe"
        if self.has_quotation:
            self.quotes, titles = _quotes_and_titles(self)
            self._quote_starts = [first for first, _ in self.quotes]
            self.tags = _tag_titles(_tag_inner_marks(self.tags, self.quotes), titles)

    def _name_capitalized(self, written: str) -> str:
        """Tag as names the words that a capital inside a sentence makes names of: the Post, Will Young."""
        out = list(written)
        for first, past in self.sentences:
            is_question = written[past - 1] == tags.QUESTION_MARK
            if written[first] == MODAL_NAME and written[first + 1 : first + 2] in AFTER_NAME and not is_question:
                out[first] = NAME  # "Will Young left", "Will wrote", but not "Will Young leave?"
            capitals = [found.start() for found in COMMON_WORD.finditer(written, first + 1, past)]
            if not capitals or self.is_headline(first, past):
                continue
            for index in capitals:
                following = written[index + 1 : index + 2]
                opens_quote = written[index - 1] == tags.QUOTATION_MARK
                is_after_pause = not opens_quote or written[index - 2 : index - 1] in BEFORE_CLOSING
                if written[index] in PERHAPS_PERSON:
                    is_name = is_after_pause and following in AFTER_NAME
                else:
                    is_name = not opens_quote or (is_after_pause and following in PAST_VERB)
                if is_name:
                    out[index] = NAME
        return "".join(out)

    def _count_per_cent(self, written: str) -> str:
        """Tag the "per" of "60 per cent" as a part of the number."""
        out = list(written)
        for index, word in enumerate(self.lower[1:], start=1):
            if word == "cent" and self.lower[index - 1] == "per":
                out[index - 1] = tags.NUMBER
        return "".join(out)

    def is_headline(self, first: int, past: int) -> bool:
        """Whether most long words of the sentence have a capital, so that a capital says nothing."""
        if first not in self._headlines:
            self._headlines[first] = _is_mostly_capitals(self.words[first:past])
        return self._headlines[first]

    def sentence_before(self, index: int) -> Range | None:
        """The last sentence that ends at a token or before it."""
        number = bisect_right(self.sentences, index, key=itemgetter(1))
        return self.sentences[number - 1] if number else None

    def sentence_at(self, index: int) -> Range:
        """The sentence in which a token stands."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, index) - 1)]

    def is_quoted(self, index: int) -> bool:
        """Whether a token stands in a quote or is one of its marks."""
        return self.quote_at(index) is not None

    def quote_at(self, index: int) -> Range | None:
        """The quote in which a token stands."""
        if not self.quotes:
            return None
        number = bisect_right(self._quote_starts, index) - 1
        return self.quotes[number] if number >= 0 and index < self.quotes[number][1] else None


def read_paragraphs(article: Article) -> list[Paragraph]:
    """The blocks of an article that have sentences, in order; single marks around speech read as double ones."""
    text, regions = speech_text(article), quotations_of(article)
    blocks, all_sentences = layout_of(article)
    paragraphs: list[Paragraph] = []
    past, after = 0, 0
    for index, block in groupby(all_sentences, key=attrgetter("block")):
        sentences = list(block)
        first, past = past, bisect_left(regions, (sentences[-1].end,), past)
        paragraph = Paragraph(text, sentences, regions[first:past])
        paragraph.begins_entry = any(ENTRY.match(text, *blocks[number][:2]) for number in range(after, index))
        after = index + 1
        paragraphs.append(paragraph)
    return paragraphs


def _is_mostly_capitals(words: list[str]) -> bool:
    """Whether most of the long words begin with a capital; the first one does anyway."""
    long = [word for word in words if len(word) > 3]
    inside = long[1:] if len(words[0]) > 3 else long
    capitals = sum([word[0].isupper() and word != word.lower() for word in inside]) + 1
    letters = sum([word[0].isalpha() for word in long])
    return capitals > 2 and letters > 2 and capitals > 0.8 * letters


def _sentence_ranges(paragraph: Paragraph, sentences: Sequence[Sentence]) -> list[Range]:
    """Token ranges of the sentences; a sentence cut after "Ms." or before a small letter is made whole."""
    ranges: list[Range] = []
    past = 0
    for sentence in sentences:
        first, past = past, bisect_left(paragraph.starts, sentence.end, past, len(paragraph.words))
        if past == first:
            continue
        if ranges and _is_cut(paragraph, first):
            first = ranges.pop()[0]
        # no reader's sentence is so long; a limit keeps the rules linear in the length of any text
        while past - first > LONGEST_SENTENCE:
            ranges.append((first, first + LONGEST_SENTENCE))
            first += LONGEST_SENTENCE
        ranges.append((first, past))
    return ranges


def _is_cut(paragraph: Paragraph, index: int) -> bool:
    """Whether a sentence that begins at a token is no sentence."""
    if paragraph.words[index][0].islower():
        return True
    if index < 2 or paragraph.lower[index - 1] != ".":
        return False
    before = paragraph.words[index - 2]
    return before.lower() in TITLES or (len(before) == 1 and before.isupper() and before != "I")


def _lost_stops(paragraph: Paragraph) -> Iterator[int]:
    """Where a sentence begins after a quotation that lost its full stop: said “we live by trade” He added."""
    begins = {region.start for region in paragraph.regions}
    for region in paragraph.regions:
        first, past = bisect_left(paragraph.starts, region.start), bisect_left(paragraph.starts, region.end)
        if first == 0 or past + 1 >= len(paragraph.words) or paragraph.lower[first - 1] in {".", "?", "!", ":"}:
            continue
        is_quoted = paragraph.starts[past] in begins and paragraph.words[past + 1][0].isupper()
        if paragraph.words[past] in CAPITAL_PRONOUNS or is_quoted:
            yield past


def _cut_sentences(sentences: list[Range], lost: list[int]) -> list[Range]:
    """Cut sentences where a space or a full stop was lost inside them."""
    if not lost:
        return sentences
    ranges: list[Range] = []
    for first, past in sentences:
        begins = [first, *sorted(index for index in lost if first < index < past)]
        ranges += pairwise([*begins, past])
    return ranges


def _quotes_and_titles(paragraph: Paragraph) -> tuple[list[Range], list[Range]]:
    """The paragraph's quotations, and those that are no speech but a title, as token ranges with their marks."""
    quotes: list[Range] = []
    titles: list[Range] = []
    for region in paragraph.regions:
        first, past = bisect_left(paragraph.starts, region.start), bisect_left(paragraph.starts, region.end)
        if first < past:
            (titles if not region.is_open and _is_title(paragraph, first, past - 1) else quotes).append((first, past))
    return quotes, titles


def _tag_inner_marks(letters: str, quotes: list[Range]) -> str:
    """The tags where no mark inside a quotation is a quotation mark."""
    for first, past in quotes:
        if tags.QUOTATION_MARK in letters[first + 1 : past - 1]:
            inside = letters[first + 1 : past - 1].replace(tags.QUOTATION_MARK, tags.OTHER_MARK)
            letters = letters[: first + 1] + inside + letters[past - 1 :]
    return letters


def _tag_titles(letters: str, titles: list[Range]) -> str:
    """The tags where each of these titles is one name."""
    if not titles:
        return letters
    out = list(letters)
    for first, past in titles:
        out[first] = out[past - 1] = tags.OTHER_MARK
        for index in range(first + 1, past - 1):
            if out[index] not in {tags.COMMA, tags.STOP}:
                out[index] = tags.NOUN
    return "".join(out)


def _is_title(paragraph: Paragraph, opened: int, closed: int) -> bool:
    """Whether two marks hold a title and no speech, as in: told "Good Morning Harbour"."""
    if not 3 <= closed - opened <= LONGEST_TITLE or opened == 0:
        return False
    before = paragraph.lower[opened - 1]
    is_preposition_or_determiner = paragraph.tags[opened - 1] in {tags.PREPOSITION, tags.DETERMINER}
    if not is_preposition_or_determiner and not before.endswith(("'s", "’s", "told", "tells")):
        return False
    return all(
        paragraph.words[index][0].isupper() or paragraph.lower[index] in grammar.TITLE_WORDS
        for index in range(opened + 1, closed)
    )
