"""Who passes a statement on: the relays in its sentence, and the news agency that an article is credited to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.cast import Cast, read_cast
from summarizer.attribution.sources.naming import lower_case
from summarizer.attribution.sources.phrase import trim
from summarizer.contract.article import ReadOnce
from summarizer.reading.layout.layout import layout_of, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from summarizer.contract.article import Article

Offsets = tuple[int, int]

_SHORTEST = 5  # "on TV"

_NP = r"(?P<relay>[^,.;:()—–“”\"\n]{2,90})"
# These pass on whatever follows them, named or not; it and the next are for words in lower case.
_REPORTED = re.compile(
    rf"\b(?:according\sto|as\s(?:reported|quoted|cited|relayed)\s(?:by|in|on)|(?:quoted|cited|reported|carried|relayed|read\sout|read\saloud)\sby|through)\s{_NP}"
)
# These pass something on only when a medium, or in an interview anybody with a name, follows.
_TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking\sto|spoke\sto|remarks\sto|comments\sto|statement\sto|email(?:ed)?\sto|message\sto"
    r"|sent\sto|confirmed\sto|interview\s(?:with|on|to|by|for|published\s(?:by|in)|aired\s(?:by|on))"
    r"|(?:published|broadcast|aired|released|issued|distributed|gathered|collected|monitored|carried|picked\sup|quoted|op-ed|article|column)\s(?:in|by|on)|said\son|(?:seen|obtained|reviewed|viewed)\sby"
    rf"|appear(?:ed|ing|ance)\son|said\sin\san\sinterview\swith)\s{_NP}"
)
# Each match of a pattern holds one of its words here; most of what stands beside a statement holds none of them.
_SAID_ON = re.compile(r"said\son\s")
_CHANNEL_WORDS = frozenset(max(carrier.split(), key=len) for carrier in lex.CARRIERS)
_ANY_WORDS = lex.REPORTED | lex.TOLD | lex.CARRIED | _CHANNEL_WORDS | {"on", "ed"}  # "op-ed"
# These stand after the medium: "the Herald published an interview with Poe, who", "that the Herald attributes to Poe".
_CARRIED = re.compile(
    r"(?P<relay>[A-Z][^,.;:()\"“”\n]{1,60}?)\s(?:has\s|had\s)?"
    r"(?:(?:published|aired|broadcast|carried|ran)\s(?:an?|excerpts\sof\san)\s(?:\w+\s)?interview\swith|attribute[sd]\sto)\b"
)
_CALLED = re.compile(r"(?:the|an?|its)\s(?:[a-z][\w-]*\s){0,3}(?P<noun>[a-z]+)\s(?=[A-Z])")
_SPEAKS_FOR = re.compile(
    r"\A(?:his|her|its|their|an?)\s.*(?:lawyer|attorney|counsel|solicitor|spokes\w+|aide|office|agent)\b"
)
_SEEN = re.compile(r"\b(?:seen|obtained|reviewed|viewed)\sby\s(?:the\s)?\Z")
_CHANNEL = re.compile(
    r"\b(?:on|via|through|over)\s(?:its|his|her|their|the)?\s?(?:official\s|verified\s|own\s)?"
    rf"(?P<relay>(?i:{'|'.join(sorted(lex.CARRIERS))})(?:\s(?:channel|account|page|feed|group))?)\b(?!\s[A-Z])"
)
# It begins with plain letters, so that the search leaps to them.
_BROADCAST = re.compile(rf"on\s(?<!\won\s){_NP}")
_SAYING = re.compile(
    r"\s(?:that|as\ssaying|saying|in|on|at|during|after|before|late|earlier|last|this|yesterday|today|said|who)\b"
)
_NAMES = "|".join(map(re.escape, sorted(lex.WIRES, key=len, reverse=True)))
_WIRES = rf"(?P<name>{_NAMES})"
_FROM = re.compile(
    rf"\b[Ww]ith\s(?:additional\s)?(?:information|data|reporting|material|files|inputs?|contributions?)\s(?:provided\s)?(?:from|by|of)\s(?:the\s)?"
    rf"(?P<name>{_NAMES}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})"
)
_DATELINE = re.compile(rf"[A-Z][\w.,’' -]{{1,50}}\((?:The\s)?{_WIRES}\)\s*[-–—]")
_ALONE = re.compile(rf"\(?(?:Source:?\s|By\s)?(?:The\s)?{_WIRES}\)?\.?")
_LAST = re.compile(rf"[.!?”\"]\s?\((?:The\s)?{_WIRES}\)\s*\Z")


def find_relays(article: Article, content: Sequence[Offsets], mention: Offsets | None) -> tuple[Offsets, ...]:
    """Find the mentions of those who pass a statement on, in text order, which puts the outermost last.

    `content` holds what is said and `mention` who says it, in code points; a statement that nobody is named for has
    no relays. Only the sentences of the content and the mention are searched, and what is quoted is left out.
    """
    if mention is None or not content:
        return ()
    cast = read_cast(article)
    text = article.text
    near = (*content, mention)
    found: list[Offsets] = []
    for start, end in _stretches(article, cast, content, mention):
        words = _ANY_WORDS.intersection(cast.words_within(start, end))
        if words and end - start >= _SHORTEST:
            found += _relays_in(_Stretch(text, start, end), words, cast, near)
    return _without_inner(_beside(text, found, mention)) if found else ()


def _stretches(article: Article, cast: Cast, content: Sequence[Offsets], mention: Offsets) -> list[Offsets]:
    """The parts of the statement's sentences that are not what is said; a long content's middle is passed over."""
    spans = sorted(content) if len(content) > 1 else content
    sentences = sentences_of(article)
    stretches: list[Offsets] = []
    for number in cast.sentences_at((*spans, mention)):
        _, at, end, _ = sentences[number]
        for a, b in spans:
            if b <= at or a >= end:
                continue
            if a > at:
                stretches.append((at, a))
            at = max(at, b)
        if at < end:
            stretches.append((at, end))
    return stretches


class _Stretch(NamedTuple):
    """Code points `start` to `end` of a text."""

    text: str
    start: int
    end: int


def _relays_in(stretch: _Stretch, words: AbstractSet[str], cast: Cast, near: Sequence[Offsets]) -> Iterator[Offsets]:
    """The relays in a stretch that holds some of the words that the patterns have."""
    text, start, end = stretch
    low = lower_case(text[start:end])
    if not words.isdisjoint(lex.REPORTED):
        yield from _reporting(text, cast, _passages(_REPORTED, low, start), near)
    if not words.isdisjoint(lex.TOLD) or "ed" in words or ("on" in words and _SAID_ON.search(low)):
        yield from _told(text, cast, _passages(_TOLD, low, start), near[-1])
    if not words.isdisjoint(lex.CARRIED):
        yield from _media([_name_at(text, cast, match.start("relay")) for match in _CARRIED.finditer(text, start, end)])
    if not words.isdisjoint(_CHANNEL_WORDS):
        yield from [match.span("relay") for match in _CHANNEL.finditer(text, start, end)]
    if "on" in words:
        yield from _media([cast.name_at(match.start("relay")) for match in _BROADCAST.finditer(text, start, end)])


def _beside(text: str, spans: Iterable[Offsets], mention: Offsets) -> list[Offsets]:
    """The spans in order, but for those that are the mention itself."""
    low, high = mention
    return sorted({(a, b) for a, b in spans if a >= high or b <= low or _SEEN.search(text, low, a) is not None})


def _media(names: Iterable[tuple[int, int, str] | None]) -> Iterator[Offsets]:
    return ((name[0], name[1]) for name in names if name is not None and name[2] == "media")


class _Passage(NamedTuple):
    """What passes something on: the words of it from `start` on, in lower case, and the relay that they end with."""

    words: str
    start: int
    relay: int
    end: int


def _passages(pattern: re.Pattern[str], low: str, start: int) -> Iterator[_Passage]:
    for match in pattern.finditer(low):
        yield _Passage(match[0], start + match.start(), start + match.start("relay"), start + match.end())


def _reporting(text: str, cast: Cast, passages: Iterable[_Passage], near: Sequence[Offsets]) -> Iterator[Offsets]:
    """Those by whose report it is known: "according to Poe", "quoted by Poe", "through his lawyer"."""
    for words, start, relay, end in passages:
        if words.startswith("through") and not _SPEAKS_FOR.search(text[relay:end]):
            continue
        # Further off, "according to" belongs to another statement of the same sentence.
        if min(min(abs(start - b), abs(a - end)) for a, b in near) <= 40:
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
    if called is None or lex.BODIES.get(called.group("noun")) is None:
        return name
    named = cast.name_at(called.end())
    return (named[0], named[1], "media") if named and _is_medium(called.group("noun")) else named


def _noun_phrase(text: str, cast: Cast, start: int, end: int) -> Offsets:
    """The relay's words: its name where it begins with one, else its noun phrase up to the next clause."""
    name = cast.name_at(start)
    if name is not None:
        return name[0], name[1]
    stop = _SAYING.search(text, start, end)
    return trim(text, start, stop.start() if stop else end)


def _is_medium(words: str) -> bool:
    """Whether a noun phrase without a name is a medium: "told state television"."""
    head = (_SAYING.split(words, maxsplit=1)[0].split() or [""])[-1].lower()
    return lex.BODIES.get(head) == "media" and head not in ("press", "media", "post")


def _without_inner(spans: Sequence[Offsets]) -> tuple[Offsets, ...]:
    kept: list[Offsets] = []
    for start, end in spans:
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)


@ReadOnce
def wire_credit(article: Article) -> str | None:
    """Name the news agency that an article as a whole is credited to, in the article's words; None when there is none.

    Credits stand in a dateline, on a line of their own, in "with information from", or close the text in brackets.
    """
    text = article.text
    blocks = [block for block in layout_of(article).blocks if block.kind != "caption"]
    for block in blocks[:6]:
        match = _DATELINE.match(text, block.start, min(block.end, block.start + 90))
        if match is not None:
            return match.group("name")
    for block in blocks:
        if block.end - block.start < 200 and (match := _FROM.search(text, block.start, block.end)) is not None:
            return match.group("name")
    # A lone "Reuters" further up may be a photograph's.
    for block in layout_of(article).blocks[-4:]:
        if (match := _ALONE.fullmatch(text, block.start, block.end)) is not None:
            return match.group("name")
    for block in blocks[-4:]:
        match = _LAST.search(text, max(block.start, block.end - 40), block.end)
        if match is not None:
            return match.group("name")
    return None
