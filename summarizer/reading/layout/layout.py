"""Tells title and body from site furniture, and numbers the sentences with exact offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import Article, ReadOnce
from summarizer.reading.layout.block_kinds import BlockKind, name_kinds
from summarizer.reading.layout.paragraphs import split_paragraphs
from summarizer.reading.layout.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Block",
    "BlockKind",
    "Layout",
    "Sentence",
    "article_of_lines",
    "find_title",
    "flat_text",
    "lay_out_text",
    "layout_of",
    "sentences_of",
]


_BLANKS = dict.fromkeys(map(ord, "\n\r\t\v\f\u2028\u2029\xa0\u2007\u2009\u202f"), " ")


class Block(NamedTuple):
    """A paragraph or line of the article: code points `start` to `end` of its text, and what it is."""

    start: int
    end: int
    kind: BlockKind


class Sentence(NamedTuple):
    """A sentence of the title or body; `number` counts from 1, `block` is its index in `Layout.blocks`."""

    number: int
    start: int
    end: int
    block: int


class Layout(NamedTuple):
    """An article's blocks in order, which cover all its text but white space, and its numbered sentences."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


@ReadOnce
def layout_of(article: Article) -> Layout:
    """An article's blocks, each of its kind, and the numbered sentences of its title and body."""
    return lay_out_text(article.text, title=article.title, language=article.language)


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's title and body, numbered from 1; furniture and repeats are not among them."""
    return layout_of(article).sentences


@ReadOnce
def flat_text(article: Article) -> str:
    """The text with plain blanks for line ends, tabs and no-break blanks within its paragraphs; every offset stays.

    What reads an article by its words reads this: lines that were wrapped at a width end in the middle of names.
    """
    text = article.text
    pieces: list[str] = []
    done = 0
    for start, end, _ in layout_of(article).blocks:
        part = text[start:end]
        if not part.isprintable():
            pieces += [text[done:start], part.translate(_BLANKS)]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def lay_out_text(text: str, *, title: str = "", language: str = "en") -> Layout:
    """Lay out a text that is no Article yet; `title` is its title where that is known."""
    paragraphs = split_paragraphs(text)
    kinds = name_kinds(paragraphs, title)
    blocks = tuple(Block(p.start, p.end, kind) for p, kind in zip(paragraphs, kinds, strict=True))
    sentences: list[Sentence] = []
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        if kind in ("title", "body"):
            for start, end in split_sentences(paragraph.text, language):
                number = len(sentences) + 1
                sentences.append(Sentence(number, paragraph.start + start, paragraph.start + end, index))
    return Layout(blocks, tuple(sentences))


def article_of_lines(lines: Sequence[str], language: str = "en") -> Article:
    """An article whose paragraphs are these lines, such as those of a summary: none of them is site furniture."""
    article = Article(id="lines", text="\n\n".join(lines), language=language)
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    at = 0
    for line in lines:
        told = line.strip()
        if told:
            start = at + line.index(told)
            for first, past in split_sentences(told, language):
                sentences.append(Sentence(len(sentences) + 1, start + first, start + past, len(blocks)))
            blocks.append(Block(start, start + len(told), "body"))
        at += len(line) + 2
    layout_of.keep(article, Layout(tuple(blocks), tuple(sentences)))
    return article


def find_title(text: str, layout: Layout) -> str:
    """The words of the first title block, white space evened out; "" when there is none."""
    for block in layout.blocks:
        if block.kind == "title":
            return " ".join(text[block.start : block.end].lstrip("#").split())
        if block.kind == "body":
            break
    return ""
