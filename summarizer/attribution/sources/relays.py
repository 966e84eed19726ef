"""Who passes a statement on: the relays in its sentence, and the news agency that an article is credited to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources.outlets import (
    FURTHER_CLAUSE,
    channels_in,
    employer_of,
    is_medium,
    outlet_at,
    past_nation,
    unknown_paper_at,
)
from summarizer.attribution.sources.pieces import media_of_pieces
from summarizer.attribution.sources.titled import unknown_title_at
from summarizer.attribution.sources.vocabulary import any_of, telling_words
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.prose import Prose
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.statement import Offsets


_LETTERS = re.compile("[a-z]+")


_REPORTED_BY = word_set("sources.relays.reported_by")
_AFTER_AS = any_of(word_set("grammar.sets.after_as"))
_TOLD_TO = word_set("sources.relays.told_to")
_SEEN = word_set("sources.relays.seen")
_CARRIED = word_set("sources.relays.carried")
_ASKED = word_set("sources.relays.asked")
_LIVE = any_of(word_set("sources.relays.live"))
_BY_PHONE = any_of(word_set("sources.relays.by_phone"))
_RELAY = r"(?P<relay>[^,.;:()—–“”\"\n]{2,90})"
# These pass on whatever follows them, named or not; this and the next are for words in lower case.
_REPORTING = re.compile(
    rf"\b(?:{any_of(_REPORTED_BY)}|as\s(?:(?:{_AFTER_AS})\s){{1,3}}(?:reported|quoted|cited|relayed)\s(?:in|on))\s{_RELAY}"
)
# These pass something on only when a medium, or in an interview anybody with a name, follows.
_TELLING = re.compile(
    rf"\b(?:{any_of(_TOLD_TO)}|(?:{any_of(_ASKED)})\s(?:by\s(?:{_BY_PHONE})\s)?(?:[\w’'-]+\s){{0,8}}?by|(?:{any_of(_SEEN)})\sby|(?:{any_of(_CARRIED)})\s(?:(?:{_LIVE})\s){{0,2}}(?:in|by|on))(?=\s{_RELAY})"
)
# These stand after the medium: "the Herald published an interview with Poe, who", "that the Herald attributes to Poe".
_INTERVIEWER = wordings("sources.wordings.interviewer")
_SPEAKS_FOR = wordings("sources.wordings.speaks_for")
_REGISTRAR = re.compile(rf"(?:[a-z-]+\s){{0,3}}(?:{any_of(word_set('sources.relays.registrars'))})\b")
_REGISTRAR_BY_NAME = re.compile(
    r"(?:the\s)?(?P<name>(?:[A-Z][\w’'-]*\s(?:(?:and|of|for|&)\s)?){1,5}"
    rf"(?i:{any_of(word_set('sources.relays.registrars'))})\b)"
)
_RECORD = re.compile(
    rf"(?:the\s)?(?P<record>(?:[A-Z][\w’'&-]*\s(?:(?:of|for|and|on)\s(?:the\s)?)?)+(?i:{any_of(word_set('sources.relays.records'))})\b"
    r"(?:\s(?:of|for|on)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+)*)?)"
)
_AND_ALSO = re.compile(r"\sand\s")
_CITED_BY = re.compile(r"\b(?:quoted|cited|interviewed)\sby\s")
_DATA_OF = re.compile(r"(?:the\s)?(?:data|figures|numbers|records)\s(?:from|of|in)\s")
# "According to [reports] in the Herald".
_PIECE = re.compile(rf"\b(?:{any_of(word_set('sources.relays.pieces'))})\Z")
_IN_MEDIUM = re.compile(r"\s(?:published\s|carried\s|printed\s|broadcast\s)?(?:in|on|by)\s")
# Within the words for a source: "a letter seen by the Herald", "two sailors who spoke to the Herald".
_TO_WHOM = re.compile(
    rf"\b(?:(?:{any_of(_SEEN)})\sby|{any_of(word_set('sources.relays.spoken_to'))})\s(?:[a-z-]+\s){{0,3}}\Z"
)
_RELAY_END = re.compile(rf"\s(?:{any_of(word_set('sources.relays.relay_ends'))})\b")
# Most stretches of text hold none of these. Sparing them the patterns gives 8% of the whole: benchmarks/extractive.py.
_REPORTING_WORDS = telling_words(_REPORTED_BY)
_TELLING_WORDS = telling_words(_TOLD_TO | _SEEN | _CARRIED | _ASKED)
_INTERVIEWER_WORDS = frozenset({"interview", "attributes", "attributed"})
_PIECE_WORDS = frozenset({"in", "on", "during", "for", "told", "tells", "to", "with"})
_CHANNEL_WORDS = frozenset({"on", "via", "through", "over", "taking", "took", "in", "wrote", "tweeted", "posted"})
_CARRYING = tuple(_CARRIED)
_ASKING = tuple(_ASKED)
_LONGEST_APPOSITION = 250
_OWN_INTERVIEW = re.compile(
    r"\b(?:[A-Z][a-z]+day[’']s|an?|his|her|their|its|my|our|recent|exclusive|in|during)\s(?:[\w-]+\s){0,4}\Z"
)
_UNSEEN = re.compile(r"(?:\bnot|n[’']t|\bnever)\s(?:yet\s)?(?:been\s)?\Z")
_TOLD_OF_OTHERS = re.compile(r"\b\w+ing\s(?:(?:to|of|on)\s)?(?:his|her|their|[A-Z][\w-]*[’']s?)\s\Z")
_ANOTHER_VERB = re.compile(r",?\s(?:but|and)\s(?:\w+\s)?\Z")
_LONGEST_STRETCH = 40  # between a statement and "according to"; further off it belongs to another one

_CREDIT_IN_SENTENCE = wordings("sources.wordings.credit_in_sentence")
_CREDIT_IN_DATELINE = wordings("sources.wordings.credit_in_dateline")
_CREDIT_ALONE = wordings("sources.wordings.credit_alone")
_CREDIT_AT_END = wordings("sources.wordings.credit_at_end")


def find_relays(index: NameIndex, content: Sequence[Offsets], mention: Offsets) -> tuple[Offsets, ...]:
    """Find the mentions of those who pass a statement on, in text order, which puts the outermost last.

    `content` holds what is said and `mention` who says it, in code points.
    """
    found: set[Offsets] = set()
    for start, end in _stretches(index.prose, content, mention):
        found.update(_relays_in(index, start, end, (*content, mention)))
    low, high = mention
    carriers = {*filter(None, (employer_of(index, mention), _carrier_of(index, mention)))}
    kept: list[Offsets] = []
    for start, end in sorted(found | carriers):
        is_apart = start >= high or end <= low or (start, end) in carriers
        is_apart = is_apart or _TO_WHOM.search(index.prose.text, low, start) is not None
        if is_apart and start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)


def _stretches(prose: Prose, content: Sequence[Offsets], mention: Offsets) -> Iterator[Offsets]:
    """The parts of the statement's sentences that are not what is said; a long content's middle is passed over."""
    content = sorted(content)
    edges = [edge for start, end in (*content, mention) for edge in (start, end - 1)]
    for sentence in prose.sentences_at(edges):
        at, sentence_end = sentence.start, sentence.end
        for start, end in content:
            if end > at and start < sentence_end:
                if start > at:
                    yield at, start
                at = max(at, end)
        if at < sentence_end:
            yield at, sentence_end


def _relays_in(index: NameIndex, start: int, end: int, near: Sequence[Offsets]) -> Iterator[Offsets]:
    """The relays in a stretch; `near` are the content's places and the mention's."""
    prose = index.prose
    words = set(_LETTERS.findall(prose.lower_text, start, end))
    if not words.isdisjoint(_REPORTING_WORDS):
        yield from _reporting(index, _REPORTING.finditer(prose.lower_text, start, end), near)
    if not words.isdisjoint(_TELLING_WORDS):
        yield from _told(index, _TELLING.finditer(prose.lower_text, start, end), near)
    if not words.isdisjoint(_INTERVIEWER_WORDS):
        yield from _media(index.name_at(match.start()) for match in _INTERVIEWER.finditer(prose.text, start, end))
    if not words.isdisjoint(_CHANNEL_WORDS):
        yield from channels_in(index, start, end, near[-1])
    if not words.isdisjoint(_PIECE_WORDS):
        yield from media_of_pieces(index, start, end, near, words)


def _carrier_of(index: NameIndex, mention: Offsets) -> Offsets | None:
    """Find the medium of a piece: "reports in the Herald"; None for anything else and where it is the source."""
    text = index.prose.text
    cited = _CITED_BY.search(text, *mention)
    if cited is not None:
        return outlet_at(index, cited.end(), may_be_unknown=True)
    head = _IN_MEDIUM.search(text, *mention)
    start, end = mention[0], head.start() if head is not None else mention[1]
    place = _IN_MEDIUM.match(text, end)
    if place is None or _PIECE.search(text, start, end) is None:
        return None
    outlet = outlet_at(index, place.end(), may_be_unknown=False)
    if outlet is not None or not place[0].endswith(" in "):
        return outlet
    name = index.name_at(place.end()) if text.startswith("the ", place.end()) else None
    return name[:2] if name is not None and name[2] == "organization" else None


def find_record(index: NameIndex, cited: Offsets) -> Offsets | None:
    """Find the medium or record that is cited: "the Herald", "a report in the Herald", "the Dams Database"."""
    start, end = index.prose.trim(*cited)
    outlet = outlet_at(index, start, may_be_unknown=False) or _carrier_of(index, cited)
    if outlet is not None:
        return outlet
    data = _DATA_OF.match(index.prose.text, start)
    if data is not None:
        start, end = data.end(), data.end() + 90
    name = _RECORD.match(index.prose.text, start, end)
    return name.span("record") if name is not None else None


def is_record(words: str) -> bool:
    """Whether the words for a relay are the name of a record, all of which is to be kept."""
    return _RECORD.fullmatch(words) is not None


def _media(names: Iterable[tuple[int, int, str] | None]) -> Iterator[Offsets]:
    return (name[:2] for name in names if name is not None and name[2] == "media")


def _reporting(index: NameIndex, passages: Iterable[re.Match[str]], near: Sequence[Offsets]) -> Iterator[Offsets]:
    """Those by whose report it is known: "according to Poe", "quoted by Poe", "through his lawyer"."""
    for passage in passages:
        start, end = passage.span()
        if passage[0].startswith(("through", "via")) and not _SPEAKS_FOR.search(passage["relay"]):
            continue
        if all(low >= end for low, _ in near) and FURTHER_CLAUSE.match(index.prose.text, end):
            continue  # "according to Poe, although Lund said"
        if passage[0].startswith("per ") and index.name_at(passage.start("relay")) is None:
            continue  # "per cent"
        if min(min(abs(start - high), abs(low - end)) for low, high in near) <= _LONGEST_STRETCH:
            yield _noun_phrase(index, *passage.span("relay"))


def _told(index: NameIndex, passages: Iterable[re.Match[str]], near: Sequence[Offsets]) -> Iterator[Offsets]:
    """The media that were told it, or that carry it; `near` are the content's places and the mention's."""
    for passage in passages:
        low, at = passage.start(), past_nation(index, *passage.span("relay"))
        if _is_of_others(index.prose.text, passage[0], low, near[-1]) or _tells_more(index.prose.text, low, near[:-1]):
            continue
        is_carried = passage[0].startswith(_CARRYING) or passage[0].startswith(_ASKING)
        outlet = outlet_at(index, at, may_be_unknown=not is_carried)
        if outlet is None and not passage[0].startswith(_CARRYING):
            outlet = unknown_paper_at(index, at) or _unknown_title(index, at)
        name = index.name_at(at) if outlet is None else None
        registrar = _REGISTRAR_BY_NAME.match(index.prose.text, at) if passage[0].startswith("fil") else None
        if outlet is None and registrar is not None:
            yield registrar.span("name")
        elif outlet is not None:
            yield outlet
            yield from _second_outlet(index, outlet[1])
        elif name is not None and _takes_any_name(passage[0], name[2]):
            yield name[:2]
        elif name is not None and (employer := employer_of(index, name[:2])) is not None:
            yield employer
        elif (name is None or name[2] != "person" or _is_owner(index, name)) and is_medium(passage["relay"]):
            yield _noun_phrase(index, *passage.span("relay"))
        elif (
            name is None
            and passage[0].startswith("filing")
            and (found := _REGISTRAR.match(passage["relay"])) is not None
        ):
            yield at, at + found.end()


def _unknown_title(index: NameIndex, at: int) -> Offsets | None:
    """The medium at an offset that only the form of its name tells: "ThePrint"; no person's name is one."""
    at = at + 4 if index.prose.text.startswith("the ", at) else at
    name = next((one for one in index.within(at, at + 1) if one.lead <= at), None)
    return None if name is not None and name.sort == "person" else unknown_title_at(index.prose.text, at)


def _is_of_others(text: str, cue: str, low: int, mention: Offsets) -> bool:
    """Whether somebody else did the telling, or nobody did; `low` is where its cue begins."""
    is_telling = cue.startswith(("told", "tell", "spoke ", "wrote", "writes", "report"))
    if is_telling and not mention[0] < low < mention[1] and not _is_near(text[mention[1] : low], low - mention[1]):
        return True
    if cue.startswith("interview with") and _OWN_INTERVIEW.search(text, max(0, low - 60), low) is None:
        return True  # "the bureau's interview with Poe"
    if cue.startswith(("remarks", "comments")) and _TOLD_OF_OTHERS.search(text, max(0, low - 40), low) is not None:
        return True  # "slamming his remarks to the Herald"
    return _UNSEEN.search(text, max(0, low - 20), low) is not None  # "which have not been seen by the Herald"


def _tells_more(text: str, low: int, content: Sequence[Offsets]) -> bool:
    """Whether what is told there is something else: "backed Poe, but told the Herald that"."""
    return any(end <= low and _ANOTHER_VERB.match(text, end, low) is not None for _, end in content)


def _second_outlet(index: NameIndex, end: int) -> Iterator[Offsets]:
    """The other of two media, after the one that ends at an offset: "told NVT and the Herald"."""
    second = _AND_ALSO.match(index.prose.text, end)
    also = outlet_at(index, second.end(), may_be_unknown=False) if second is not None else None
    if also is not None:
        yield also


def _takes_any_name(cue: str, kind: str) -> bool:
    """Whether a name that is no known medium passes things on all the same: in an interview, a filing, a programme."""
    if cue.startswith(("interview with", "filing", "filed")):
        return True
    return cue.startswith(("speaking on", "appear")) and kind not in ("government", "military", "armed_group")


def _is_near(between: str, length: int) -> bool:
    """Whether what stands between a source and "told" is short, or only says who the source is."""
    is_apposed = between.startswith((",", " (")) and between.rstrip().endswith(",")
    return 0 <= length <= (_LONGEST_APPOSITION if is_apposed else 60)


def _noun_phrase(index: NameIndex, start: int, end: int) -> Offsets:
    """The relay's words: its name where it begins with one, else its noun phrase up to the next clause."""
    start = past_nation(index, start, end)
    name = index.name_at(start)
    if name is not None and (name[2] == "media" or not _is_owner(index, name)):
        return name[:2]
    stop = _RELAY_END.search(index.prose.text, start, end)
    return index.prose.trim(start, stop.start() if stop else end)


def _is_owner(index: NameIndex, name: tuple[int, int, SourceKind]) -> bool:
    return index.prose.text.startswith(("'s ", "’s "), name[1])


def find_credit(prose: Prose) -> str | None:
    """The news agency that an article as a whole is credited to, in the article's words; None when there is none."""
    text = prose.text
    blocks = [block for block in prose.blocks if block.kind != "caption"]
    found = [_CREDIT_IN_DATELINE.match(text, block.start, min(block.end, block.start + 90)) for block in blocks[:6]]
    found += [
        _CREDIT_IN_SENTENCE.search(text, block.start, block.end) for block in blocks if block.end - block.start < 200
    ]
    # A lone "Reuters" further up may be a photograph's.
    found += [_CREDIT_ALONE.fullmatch(text, block.start, block.end) for block in prose.blocks[-4:]]
    found += [_CREDIT_AT_END.search(text, max(block.start, block.end - 40), block.end) for block in blocks[-4:]]
    credit = next(filter(None, found), None)
    return credit["name"] if credit is not None else None
