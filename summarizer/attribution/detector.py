"""Reads an article's paragraphs in order and gives its attributed statements."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.headings import may_be_heading
from summarizer.attribution.rules.letters import read_letter
from summarizer.attribution.rules.quotations import Conversation
from summarizer.attribution.rules.sentence import read_sentence
from summarizer.attribution.rules.stance import stance_of
from summarizer.attribution.rules.transcripts import read_transcript
from summarizer.attribution.syntax.paragraph import read_paragraphs
from summarizer.attribution.traces import Trace, find_traces
from summarizer.contract.article import ReadOnce
from summarizer.contract.statement import Offsets, Statement
from summarizer.reading.layout.dateline import past_dateline

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution
    from summarizer.contract.article import Article

SIGNS = frozenset("%‰°$£€¥₹#@&+")  # other marks that belong to a figure or a name
LONGEST_PLACE = 6  # tokens before the agency of a dateline without a dash: Port Lund (CNN)
VIEW_OPENINGS = frozenset({"to", "for", "in"})
LEADING_PARAGRAPHS = 5  # of an article, which may open with a dateline

MARKS_BEFORE_CONTENT = tags.group(
    tags.COMMA, tags.SEMICOLON, tags.COLON, tags.STOP, tags.DASH, tags.CLOSING_BRACKET, tags.OTHER_MARK
)  # fmt: skip
MARKS_AFTER_CONTENT = MARKS_BEFORE_CONTENT - {tags.CLOSING_BRACKET} | {tags.OPENING_BRACKET}


class Found(NamedTuple):
    """What one reading of an article finds: who says what, and every trace that somebody says something."""

    statements: tuple[Statement, ...]
    traces: tuple[Trace, ...]


def find_statements(article: Article) -> tuple[Statement, ...]:
    """Find who says what in the article's title and body, in order of the first content."""
    return read_speech(article).statements


@ReadOnce
def read_speech(article: Article) -> Found:
    """Read the article's title and body once: the statements in order of the first content, the traces by paragraph."""
    paragraphs = read_paragraphs(article)
    found: list[Attribution] = []
    traces: list[Trace] = []
    conversation = Conversation()
    turns = read_transcript(paragraphs) or read_letter(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        if number in turns:
            found += turns[number]
            continue
        here = _read_cues(paragraph, is_leading=number < LEADING_PARAGRAPHS)
        named = [attribution for attribution in here if attribution.mention]
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        read = [attribution for attribution in here if not attribution.mention]
        read += conversation.attach(paragraph, named, after)
        traces += find_traces(paragraph, read)
        found += read
    found += conversation.finish()
    statements = filter(None, map(_state, found))
    return Found(tuple(sorted(statements, key=_place)), tuple(traces))


def _read_cues(paragraph: Paragraph, *, is_leading: bool) -> list[Attribution]:
    """The attributions of a paragraph's cues; its quotations are paired too."""
    is_silent = not paragraph.has_quotation and load_lexicon().openings.isdisjoint(paragraph.lower)
    if is_silent and not may_be_heading(paragraph) and not _opens_with_view(paragraph):
        return []
    paragraph.prepare()
    found: list[Attribution] = []
    for left, right in paragraph.sentences:
        start = _past_dateline(paragraph, right) if is_leading and left == 0 else left
        found += read_sentence(paragraph, start, right)
    return found


def _opens_with_view(paragraph: Paragraph) -> bool:
    """Whether any of its sentences begins as "To Lund, it was late" or "In the words of Lund, it was late" does."""
    return any(paragraph.lower[left] in VIEW_OPENINGS for left, _ in paragraph.sentences)


def _past_dateline(paragraph: Paragraph, right: int) -> int:
    """The first token of a paragraph past the dateline that its first sentence may open with."""
    if tags.DASH not in paragraph.tags[:right] and tags.OPENING_BRACKET not in paragraph.tags[:LONGEST_PLACE]:
        return 0
    start = past_dateline(paragraph.text, paragraph.starts[0], paragraph.starts[right - 1])
    return bisect_left(paragraph.starts, start, 0, right)


def _place(statement: Statement) -> tuple[Offsets, Offsets]:
    return statement.content[0], statement.cue or (0, 0)


def _state(attribution: Attribution) -> Statement | None:
    """The statement in offsets of the text; None when no word is said."""
    paragraph, mention = attribution.paragraph, attribution.mention
    content = [
        *[_content_offsets(paragraph, tokens) for tokens in attribution.content],
        *[_content_offsets(later, tokens) for later, tokens in attribution.continued],
    ]
    spans = sorted(filter(None, content))
    said = "".join([paragraph.text[start:end] for start, end in spans])
    if not any(map(str.isalnum, said)):
        return None  # only marks: "?", a lone quotation mark
    cue_paragraph = attribution.cue_paragraph or paragraph
    return Statement(
        content=tuple(spans),
        mention=_mention_offsets(cue_paragraph, mention, attribution) if mention else None,
        cue=cue_paragraph.offsets(*attribution.cue),
        stance=stance_of(attribution),
        form=attribution.form,
        rule=attribution.rule,
        relays=tuple(paragraph.offsets(*relay) for relay in attribution.relays),
        cited=paragraph.offsets(*attribution.cited) if attribution.cited else None,
        certainty=attribution.entry.certainty,
    )


def _mention_offsets(paragraph: Paragraph, mention: Range, attribution: Attribution) -> Offsets:
    """Where a mention stands in the text: "the guild", in "the guild's claim"."""
    start, end = paragraph.offsets(*mention)
    last = paragraph.words[mention[1] - 1]
    if paragraph.tags[mention[1] - 1] == tags.PRONOUN and (mark := max(last.find("'"), last.find("’"))) > 0:
        return start, end - len(last) + mark  # he, in "he'd said"
    is_owner = attribution.entry.kind == "noun" and paragraph.lower[mention[1] - 1].endswith(("'s", "’s"))
    return (start, end - 2) if is_owner else (start, end)


def _content_offsets(paragraph: Paragraph, tokens: Range) -> Offsets | None:
    """Where some tokens stand in the text, without the marks around them; None when only marks are left."""
    first, past = tokens[0], min(tokens[1], len(paragraph.tags))
    while first < past and paragraph.tags[first] in MARKS_BEFORE_CONTENT and paragraph.lower[first] not in SIGNS:
        first += 1
    while first < past and paragraph.tags[past - 1] in MARKS_AFTER_CONTENT and paragraph.lower[past - 1] not in SIGNS:
        is_quoted = paragraph.is_quoted(past - 1)
        if paragraph.tags[past - 1] == tags.STOP and is_quoted:
            break  # the quotation goes on in the next paragraph
        if paragraph.tags[past - 1] == tags.COMMA and is_quoted and paragraph.tag_at(past) == tags.DASH:
            break  # “It is late, – said Lund. – We go.”
        past -= 1
    return paragraph.offsets(first, past) if first < past else None
