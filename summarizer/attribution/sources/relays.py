"""Who passes a statement on: the relays in its sentence, and the news agency that an article is credited to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.cast import Cast, read_cast
from summarizer.attribution.sources.phrase import trim
from summarizer.attribution.sources.prose import lower_case
from summarizer.contract.article import ReadOnce
from summarizer.reading.layout.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets


def _any_of(phrases: Iterable[str], *, blank: str = r"\s") -> str:
    """A pattern for any one of some phrases, the longer ones first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)).replace(r"\ ", blank)


def _telling_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase, cut at all but letters: no phrase stands where none of these does."""
    return frozenset(max(re.findall("[a-z]+", phrase), key=len) for phrase in phrases)


_RELAY = r"(?P<relay>[^,.;:()—–“”\"\n]{2,90})"
# These pass on whatever follows them, named or not; this and the next are for words in lower case.
_REPORTED_BY = re.compile(rf"\b(?:{_any_of(vocab.REPORTED_BY)})\s{_RELAY}")
_SAID_ON = re.compile(r"said\son")
# These pass something on only when a medium, or in an interview anybody with a name, follows.
_TOLD_TO = re.compile(
    rf"\b(?:{_any_of(vocab.TOLD_TO)}|{_SAID_ON.pattern}|(?:{_any_of(vocab.SEEN)})\sby|(?:{_any_of(vocab.CARRIED)})\s(?:in|by|on))\s{_RELAY}"
)
# These stand after the medium: "the Herald published an interview with Poe, who", "that the Herald attributes to Poe".
_INTERVIEWER = re.compile(
    r"[A-Z][^,.;:()\"“”\n]{1,60}?\s(?:has\s|had\s)?"
    r"(?:(?:published|aired|broadcast|carried|ran)\s(?:an?|excerpts\sof\san)\s(?:\w+\s)?interview\swith|attribute[sd]\sto)\b"
)
_CALLED = re.compile(r"(?:the|an?|its)\s(?:[a-z][\w-]*\s){0,3}(?P<noun>[a-z]+)\s(?=[A-Z])")
_SPEAKS_FOR = re.compile(rf"\A(?:his|her|its|their|an?)\s.*(?:{_any_of(vocab.AGENTS)}|spokes\w+)\b")
_SEEN_BY = re.compile(rf"\b(?:{_any_of(vocab.SEEN)})\sby\s(?:the\s)?\Z")
_CHANNEL = re.compile(
    r"\b(?:on|via|through|over)\s(?:its|his|her|their|the)?\s?(?:official\s|verified\s|own\s)?"
    rf"(?P<relay>(?i:{_any_of(vocab.CARRIERS, blank=' ')})(?:\s(?:channel|account|page|feed|group))?)\b(?!\s[A-Z])"
)
_BROADCAST_ON = re.compile(rf"on(?<!\won)\s{_RELAY}")  # it begins with plain letters, to which the search leaps
_RELAY_END = re.compile(rf"\s(?:{_any_of(vocab.RELAY_ENDS)})\b")
# Most stretches of text hold none of these. Sparing them the patterns gives 8% of the whole: benchmarks/extractive.py.
_REPORTED_BY_WORDS = _telling_words(vocab.REPORTED_BY)
_TOLD_TO_WORDS = _telling_words(vocab.TOLD_TO | vocab.SEEN | vocab.CARRIED)
_INTERVIEWER_WORDS = frozenset({"interview", "attributes", "attributed"})
_CHANNEL_WORDS = _telling_words(vocab.CARRIERS)
_ANY_WORDS = _REPORTED_BY_WORDS | _TOLD_TO_WORDS | _INTERVIEWER_WORDS | _CHANNEL_WORDS | {"on"}
_LONGEST_STRETCH = 40  # between a statement and "according to"; further off it belongs to another one

_WIRES = _any_of(vocab.WIRES, blank=" ")
_WIRE = rf"(?P<name>{_WIRES})"
_FROM = re.compile(
    rf"\b[Ww]ith\s(?:additional\s)?(?:{_any_of(vocab.CONTRIBUTIONS)})\s(?:provided\s)?(?:from|by|of)\s(?:the\s)?"
    rf"(?P<name>{_WIRES}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})"
)
_IN_DATELINE = re.compile(rf"[A-Z][\w.,’' -]{{1,50}}\((?:The\s)?{_WIRE}\)\s*[-–—]")
_ALONE = re.compile(rf"\(?(?:Source:?\s|By\s)?(?:The\s)?{_WIRE}\)?\.?")
_LAST = re.compile(rf"[.!?”\"]\s?\((?:The\s)?{_WIRE}\)\s*\Z")


class _Passage(NamedTuple):
    """What passes something on: the words of it from `start` on, in lower case, and the relay that they end with."""

    words: str
    start: int
    relay: int
    end: int


def find_relays(article: Article, content: Sequence[Offsets], mention: Offsets | None) -> tuple[Offsets, ...]:
    """Find the mentions of those who pass a statement on, in text order, which puts the outermost last.

    `content` holds what is said and `mention` who says it, in code points; a statement that nobody is named for has
    no relays. Only the sentences of the content and the mention are searched, and what is quoted is left out.
    """
    if mention is None or not content:
        return ()
    cast = read_cast(article)
    found: set[Offsets] = set()
    for start, end in _stretches(cast, content, mention):
        words = _ANY_WORDS.intersection(cast.words_within(start, end))
        if words:
            found.update(_relays_in(article.text, start, end, words, cast, (*content, mention)))
    return _apart(article.text, found, mention) if found else ()


def _stretches(cast: Cast, content: Sequence[Offsets], mention: Offsets) -> Iterator[Offsets]:
    """The parts of the statement's sentences that are not what is said; a long content's middle is passed over."""
    content = sorted(content)
    edges = [edge for start, end in (*content, mention) for edge in (start, end - 1)]
    for sentence in cast.sentences_at(edges):
        at, sentence_end = sentence.start, sentence.end
        for start, end in content:
            if end > at and start < sentence_end:
                if start > at:
                    yield at, start
                at = max(at, end)
        if at < sentence_end:
            yield at, sentence_end


def _relays_in(
    text: str, start: int, end: int, words: Set[str], cast: Cast, near: Sequence[Offsets]
) -> Iterator[Offsets]:
    """The relays in a stretch that holds these of `_ANY_WORDS`; `near` are the content's places and the mention's."""
    low = lower_case(text[start:end])
    if not words.isdisjoint(_REPORTED_BY_WORDS):
        yield from _reporting(text, cast, _passages(_REPORTED_BY, low, start), near)
    if not words.isdisjoint(_TOLD_TO_WORDS) or ("on" in words and _SAID_ON.search(low)):
        yield from _told(text, cast, _passages(_TOLD_TO, low, start), near[-1])
    if not words.isdisjoint(_INTERVIEWER_WORDS):
        yield from _media(_name_at(text, cast, match.start()) for match in _INTERVIEWER.finditer(text, start, end))
    if "on" in words:
        yield from _media(cast.name_at(match.start("relay")) for match in _BROADCAST_ON.finditer(text, start, end))
    if not words.isdisjoint(_CHANNEL_WORDS):
        yield from [match.span("relay") for match in _CHANNEL.finditer(text, start, end)]


def _media(names: Iterable[tuple[int, int, str] | None]) -> Iterator[Offsets]:
    return (name[:2] for name in names if name is not None and name[2] == "media")


def _passages(pattern: re.Pattern[str], low: str, start: int) -> Iterator[_Passage]:
    for match in pattern.finditer(low):
        yield _Passage(match[0], start + match.start(), start + match.start("relay"), start + match.end())


def _reporting(text: str, cast: Cast, passages: Iterable[_Passage], near: Sequence[Offsets]) -> Iterator[Offsets]:
    """Those by whose report it is known: "according to Poe", "quoted by Poe", "through his lawyer"."""
    for words, start, relay, end in passages:
        if words.startswith("through") and not _SPEAKS_FOR.search(text[relay:end]):
            continue
        if min(min(abs(start - high), abs(low - end)) for low, high in near) <= _LONGEST_STRETCH:
            yield _noun_phrase(text, cast, relay, end)


def _told(text: str, cast: Cast, passages: Iterable[_Passage], mention: Offsets) -> Iterator[Offsets]:
    """The media that were told it, or that carry it."""
    for words, start, relay, end in passages:
        # Somebody else of the same sentence did the telling.
        if words.startswith(("told", "tell")) and not 0 <= start - mention[1] <= 60:
            continue
        name = _name_at(text, cast, relay)
        if name is not None and (name[2] == "media" or words.startswith("interview with")):
            yield name[0], name[1]
        elif name is None and _is_medium(text[relay:end]):
            yield _noun_phrase(text, cast, relay, end)


def _name_at(text: str, cast: Cast, at: int) -> tuple[int, int, str] | None:
    """The name at an offset, also after what it is called: "the news agency Ostby Press"."""
    name = cast.name_at(at)
    called = _CALLED.match(text, at) if name is None else None
    if called is None or called["noun"] not in vocab.BODY_KINDS:
        return name
    named = cast.name_at(called.end())
    return (named[0], named[1], "media") if named and _is_medium(called["noun"]) else named


def _noun_phrase(text: str, cast: Cast, start: int, end: int) -> Offsets:
    """The relay's words: its name where it begins with one, else its noun phrase up to the next clause."""
    name = cast.name_at(start)
    if name is not None:
        return name[0], name[1]
    stop = _RELAY_END.search(text, start, end)
    return trim(text, start, stop.start() if stop else end)


def _is_medium(words: str) -> bool:
    """Whether a noun phrase without a name is a medium: "told state television"."""
    head = (_RELAY_END.split(words, maxsplit=1)[0].split() or [""])[-1].lower()
    return vocab.BODY_KINDS.get(head) == "media" and head not in ("press", "media", "post")


def _apart(text: str, spans: Iterable[Offsets], mention: Offsets) -> tuple[Offsets, ...]:
    """The spans in order that lie neither in the mention nor in one another."""
    low, high = mention
    kept: list[Offsets] = []
    for start, end in sorted(spans):
        is_apart = start >= high or end <= low or _SEEN_BY.search(text, low, start) is not None
        if is_apart and start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)


@ReadOnce
def wire_credit(article: Article) -> str | None:
    """Name the news agency that an article as a whole is credited to, in the article's words; None when there is none.

    Credits stand in a dateline, on a line of their own, in "with information from", or close the text in brackets.
    """
    text = article.text
    blocks = [block for block in layout_of(article).blocks if block.kind != "caption"]
    found = [_IN_DATELINE.match(text, block.start, min(block.end, block.start + 90)) for block in blocks[:6]]
    found += [_FROM.search(text, block.start, block.end) for block in blocks if block.end - block.start < 200]
    # A lone "Reuters" further up may be a photograph's.
    found += [_ALONE.fullmatch(text, block.start, block.end) for block in layout_of(article).blocks[-4:]]
    found += [_LAST.search(text, max(block.start, block.end - 40), block.end) for block in blocks[-4:]]
    credit = next(filter(None, found), None)
    return credit["name"] if credit is not None else None
