"""Finds an article's title, and the line below it, where the layout could not be sure: a short line with a stop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.vocabulary import FIRST_NAMES
from summarizer.contract.article import ReadOnce
from summarizer.engines.rules.shortening import one_line
from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import layout_of
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.reading.layout.layout import Layout

_LONGEST = 120  # characters
_FEWEST_WORDS = 4
_SHORT_WORD = 3  # letters: "of", "and" and "the" keep their small letters in titles
_LONG = 11  # words; so long a title is seldom without a comma or a colon
_HALF = 8  # words of each half of a title of two sentences
_INTRODUCED = 1500  # characters of a report in which it names somebody in full
_LONGER = 30  # characters that a paragraph below it has more
_STOPPED = 16  # words; the first sentence of a report is longer
_SAYS = re.compile(r"\b(?:said|told|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_REPORTS = re.compile(
    r"\b(?:has|have|had|was|were) [a-z]|\b(?:is|are) [a-z]+ing\b"
    r"|\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week))\b"
)
_HAS_ARTICLE = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"\bsays\b|[“\"]")
_TAG = re.compile(r"[,”\"] (?:[\w’'-]+ ){1,4}says\b|[,”\"] says(?: [\w’'-]+){0,3}[.]?$")
_PARTED = re.compile(r"; |^\w+: ")  # as titles are, of two halves or behind a label
_INNER_END = re.compile(
    r"[a-z\d](?<!\b(?:Rep|Sen|Gov|Gen|Mrs|Rev|Sgt|Col))(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt|vs|No))[.!?][”\"’']? [A-Z]"
)
_FULL = word_set("drafts.summary.full_sentences")
_MARKS = "“”\"'‘’()"
# Single marks, as titles have them in texts that quote with double ones: "Reeve says storm was an 'act of God.'"
_QUOTED_IN_TITLE = re.compile(r"\A(?=\S+(?: \S+){3,15}\Z)[^\"“]*(?<!\w)['‘][^'‘’\"“]*[\w.!?]['’](?=[ .!?,]|\Z)")
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Þ][a-zà-þ’'-]+ )+[A-ZÀ-Þ][\w’-]*[a-zà-þ](?=[ ,.]|[’']s)")
_NAME_IN_LINE = re.compile(
    r"^[A-ZÀ-Þ][\w-]*[a-zà-þ](?=(?:[’']s)? [a-z])|(?<=[a-z] )[A-ZÀ-Þ][\w’-]*[a-zà-þ](?=[ ,.]|[’']s)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


class Title(NamedTuple):
    """An article's title, the numbers of its sentences where it stands in the text, and of all that stands above it."""

    text: str
    sentences: tuple[int, ...]
    above: frozenset[int]


@ReadOnce
def find_title(article: Article) -> Title:
    """The title with the lines that belong to it: its second half behind a semicolon, and the line below it."""
    layout = layout_of(article)
    at = next((index for index, block in enumerate(layout.blocks) if block.kind == "title"), None)
    # what the layout takes for a title may be the line below one that has a stop
    is_open = at in (None, 1) and not article.title and len(layout.blocks) > 1
    first = _text(article, layout, 0)
    is_pair = is_open and _is_short_pair(first, _text(article, layout, 1))
    if is_open and (_is_like_title(first) or is_pair or _is_above_report(article, layout)):
        at = 0
    found = _text(article, layout, at) if at is not None else ""
    title = article.title or found
    own = {at} if found.lstrip("# ").startswith(one_line(title)[:40]) else set()
    below = _text(article, layout, 1)
    is_line = len(below.split()) > 1 and len(below) <= _LONGEST  # a word alone is a label: "ABSTRACT."
    if is_open and at == 0 and _is_half(found) and is_line and _SAYS.search(below) is None:
        title = f"{found} {below}"
        own.add(1)
    if found.endswith(";") and at is not None and len(found.split()) < _FEWEST_WORDS and not article.title:
        title = f"{found} {_text(article, layout, at + 1)}"
        own.add(at + 1)
    above = {at} if at is not None and own else set()
    if at is not None and own and _is_below_title(article, layout, at + 1):
        above.add(at + 1)
    numbers = {one.number: one.block for one in layout.sentences[: 2 * len(above) + 2]}
    return Title(
        title,
        tuple(number for number, block in numbers.items() if block in own),
        frozenset(number for number, block in numbers.items() if block in above | own),
    )


def _text(article: Article, layout: Layout, at: int) -> str:
    """A block's words on one line; none where there is no such block."""
    return one_line(article.text[layout.blocks[at].start : layout.blocks[at].end]) if at < len(layout.blocks) else ""


def _is_like_title(text: str) -> bool:
    """Whether the first line stands like a title: one line, without a stop, above others."""
    if len(text) > _LONGEST:
        return False
    words = len(text.split())
    if text.endswith(";"):
        return words > 1
    return words >= _FEWEST_WORDS and (text[-1:].isalnum() or _is_stopped(text) or _is_capitalized(text))


def _is_above_report(article: Article, layout: Layout) -> bool:
    """Whether the first line stands above a report: that has a dateline, or the line is of a few words."""
    first, second = layout.blocks[:2]
    line = _text(article, layout, 0)
    if len(line) > _LONGEST or not line.rstrip(_MARKS).endswith((".", "!", "?")):
        return False
    if _is_named_anew(line, _text(article, layout, 1)[:_LONGEST]):
        return True
    if _is_introduced_below(line, article.text[second.start : second.start + _INTRODUCED]):
        return True
    if _QUOTED_IN_TITLE.search(line) and '"' in article.text[second.start :].replace("“", '"'):
        return True
    if _is_pair_of_titles(line, _text(article, layout, 1), _text(article, layout, 2)):
        return True
    if _is_title_below(_text(article, layout, 1)) and _is_named_anew(line, _text(article, layout, 2)[:_LONGEST]):
        return True  # between them stands the line below the title
    return _is_half(line) or past_dateline(article.text, second.start, second.end) > second.start > first.end


def _is_named_anew(line: str, below: str) -> bool:
    """Whether the text below a short line names anew, in full, whom the line has named: no report does so."""
    if len(line.split()) > _STOPPED or _SAYS.search(line) is not None:
        return False
    if any(name in below for name in _FULL_NAME.findall(line)):
        return True
    alone = _names_alone(line)
    return any(name.rpartition(" ")[2] in alone for name in _FULL_NAME.findall(below))


def _is_introduced_below(line: str, below: str) -> bool:
    """Whether the text gives the first name of somebody further down whom a short line has named by surname alone."""
    if len(line.split()) > _STOPPED or _SAYS.search(line) is not None or _FULL_NAME.search(line) is not None:
        return False
    alone = _names_alone(line)
    names = (name.split() for name in _FULL_NAME.findall(below)) if alone else ()
    return any(words[-1] in alone and words[-2].lower() in FIRST_NAMES for words in names)


def _names_alone(line: str) -> set[str]:
    """The names of one word in a line that are no piece of a longer one there."""
    full = _FULL_NAME.findall(line)
    return {word for word in _NAME_IN_LINE.findall(line) if not any(word in name for name in full)}


def _is_title_below(line: str) -> bool:
    """Whether a line below another one says in the present tense, in one short sentence, what the report goes on to."""
    if len(line) > _LONGEST or len(line.split()) > _STOPPED or _INNER_END.search(line):
        return False
    return re.search(r"\bsays\b", line) is not None and _SAYS.search(line) is None and _TAG.search(line) is None


def _is_pair_of_titles(line: str, below: str, report: str) -> bool:
    """Whether two short lines of one sentence each stand above a longer text, the second worded as titles are."""
    if not _FEWEST_WORDS <= len(below.split()) <= _STOPPED or not _FEWEST_WORDS <= len(line.split()) <= _STOPPED:
        return False
    if any(_INNER_END.search(one) or _SAYS.search(one) or _TAG.search(one) for one in (line, below)):
        return False
    return _is_brief(below) and len(report) > len(line) + len(below)


def _is_half(line: str) -> bool:
    """Whether a line of a few words has its stop, as only titles have: "Game over."."""
    return len(line.split()) < _FEWEST_WORDS and line.endswith((".", "!", "?")) and not line.isupper()


def _is_stopped(text: str) -> bool:
    """Whether a line is a title with a stop behind it: short, one sentence, worded as no report is."""
    bare = text.rstrip(_MARKS)
    if len(text.split()) > _STOPPED or not bare.endswith((".", "!", "?")):
        return False
    if _INNER_END.search(bare) or _SAYS.search(text) or _TAG.search(text):
        return False
    is_long = len(text.split()) >= _LONG or _HAS_ARTICLE.search(text) is not None
    if is_long and _REPORTS.search(text) and _PARTED.search(text) is None:
        return False  # "The wall of Kell has broken in two places."
    return _SPEAKS.search(text) is None or _is_brief(text) or _PARTED.search(text) is not None


def _is_short_pair(text: str, below: str) -> bool:
    """Whether a line is two sentences of few words above a paragraph: "A storm came. Kell must live with it."."""
    halves = [half for half in re.split(r"(?<=[a-z][.!?]) (?=[A-Z])", text) if half]
    is_short = len(halves) == 2 and all(len(half.split()) <= _HALF for half in halves)
    return is_short and len(below) > len(text) + _LONGER and _SAYS.search(text) is None and _SPEAKS.search(text) is None


def _is_capitalized(text: str) -> bool:
    """Whether the words of a line begin with capitals as in a title, but for short ones, though it is two sentences."""
    long = [word for word in _WORD.findall(text) if len(word) > _SHORT_WORD]
    return len(long) >= _FEWEST_WORDS and all(word[0].isupper() for word in long) and _SPEAKS.search(text) is None


def _is_brief(text: str) -> bool:
    """Whether a line is worded as titles are: without "the", "his" and "was"."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return _FULL.isdisjoint(words) and not any(word.endswith("n't") for word in words)


def _is_below_title(article: Article, layout: Layout, at: int) -> bool:
    """Whether a block is the line below a title: brief, above a longer one, or the second half of the title."""
    if at + 1 >= len(layout.blocks) or layout.blocks[at].kind not in ("body", "title"):
        return False
    line = _text(article, layout, at)
    if len(line) > _LONGEST or len(line.split()) > _STOPPED or _INNER_END.search(line):
        return False
    if _text(article, layout, at - 1).endswith(";"):
        return True
    is_longer = len(_text(article, layout, at + 1)) > len(line) and len(line.split()) >= _FEWEST_WORDS
    return is_longer and _SAYS.search(line) is None and (_is_brief(line) or _is_title_below(line))
