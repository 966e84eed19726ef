"""Which words name a medium or a channel: known ones, those called so, and unknown ones to whom things are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.titled import title_at
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.contract.statement import Offsets

_MEDIA = frozenset(noun for noun, kind in vocab.BODY_KINDS.items() if kind == "media")
_MEDIA_WORDS = _MEDIA | frozenset(
    name for name, kind in vocab.KNOWN_KINDS.items() if kind == "media" and " " not in name
)
_COMMON_MEDIA = word_set("sources.relays.common_media")
_PROGRAMMES = word_set("sources.relays.programmes")
_PAPERS = word_set("sources.relays.papers")
_NO_PAPERS = word_set("sources.relays.no_papers") | vocab.FEATURES
_FOREIGN_ARTICLES = word_set("sources.relays.foreign_articles")
# A paper's name with its article, inside a sentence: "told The Observer".
_TITLED = re.compile(r"The\s(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)(?![\w’'])")
_OF_NATION = re.compile(r"(?:the\s)?(?P<owner>(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*)[’']s?\s(?=(?:[a-z-]+\s){0,4}[A-Z])")
_ONLY_NOUNS = word_set("media.titles.only_nouns")
_RUN_BY = word_set("sources.relays.run_by")
_NO_MEDIA = word_set("sources.relays.no_media")
_RELAY_END = re.compile(rf"\s(?:{vocab.any_of(word_set('sources.relays.relay_ends'))})\b")
# "The newspaper Dawn": what it is called, in lower case, before its name.
_CALLED = re.compile(r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur)\s)?((?:[a-z][\w-]*\s){1,4})(?=[A-Z])")
# "Danish broadcaster DR", "the Danish broadcaster DR".
_NATIONAL = re.compile(rf"(?:[Tt]he\s|an?\s)?[A-Z][a-z]+\s(?=(?:[a-z-]+\s){{0,2}}(?:{vocab.any_of(_MEDIA)})\s[A-Z])")
_DETERMINER = re.compile(r"(?:[Tt]he|an?|this|its|his|her|their|our)\s")
_NOUN_AFTER = re.compile(rf"\s(?:(?:state|public|local)\s)?(?:{vocab.any_of(_MEDIA)})\b(?!\s[A-Z])")
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?=[\s,.;:”\"](?:[^A-Z]|\Z))")
_CAPITALISED_WORDS = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*")
_SERVICE = re.compile(r"(?:TV|Radio|Television)\b(?!\s[A-Z0-9])")
_DATES = vocab.DAYS - {"today"}
_CARRIERS = word_set("sources.relays.carriers")
_PARTS = vocab.any_of(word_set("sources.relays.parts_of_carriers"))
_PUT_THERE = vocab.any_of(word_set("sources.relays.put_there"))
_ON = re.compile(
    rf"\b(?:[Oo]n|via|through|over|[Tt]aking\sto|took\sto|(?:{_PUT_THERE})\s(?:on)?to)\s"
    r"(?:(?:its|his|her|their|the)\s)?(?:(?:official|verified|own|local|community|village|town|personal|private|public)\s){0,2}"
    rf"(?P<called>(?:[a-z-]+\s){{1,2}}(?:{vocab.any_of(word_set('sources.relays.carrier_nouns'))})\s)?(?P<relay>"
    rf"(?:(?P<carrier>(?i:{vocab.any_of(_CARRIERS)})|X)(?![\w’'-])(?:\s(?:{_PARTS}))?|(?P<name>[A-Z][\w’&-]*))(?!\s[A-Z]))"
)
_OF = re.compile(r"\s(?:of|for|at|from|(?:reports?|reported|reporting|writes?|wrote|writing)\s(?:for|in))\s")
_ON_AIR = re.compile(r"\s(?:radio|television|tv)\b(?!\s[A-Z])")
_BEFORE_POSTED = r"\s(?:later\s|also\s|then\s|had\s|has\s)?"
_POSTED = re.compile(rf"{_BEFORE_POSTED}(?:wrote|tweeted|tweets|posted)\b")
_OWNED = ("'s ", "’s ", "' ", "’ ")
_OWNED_THING = re.compile(r"[’']s?\s[a-z]")  # "on the Herald's questions"
_LONGEST_LOOK_BACK = 500
_POSTS = vocab.any_of(word_set("sources.relays.posts"))
_TWEETS = word_set("sources.relays.tweets")
_TWEET = vocab.any_of(_TWEETS)
_TWEETED = re.compile(rf"{_BEFORE_POSTED}(?P<relay>{_TWEET})\b")
# "In a long Facebook post", "in a series of tweets".
_IN_POST = re.compile(
    r"\b[Ii]n\s(?:an?|his|her|its|their|the|another|two|several)\s(?:(?:[a-z-]+\s){0,2}"
    rf"(?P<relay>(?i:{vocab.any_of(_CARRIERS)})|X)\s(?:[Ll]ive\s)?(?:{_POSTS})"
    rf"|(?:[a-z-]+\s){{0,3}}(?P<tweet>{_TWEET}))\b"
)
_ON_PROGRAMME = re.compile(r"\b(?:[Oo]n|[Ii]n)\s(?=(?:(?:the|its|an?)\s)?(?:[a-z-]+\s){1,3}[A-Z])")
# "Denied reports in the Herald": nobody speaks there, but of them.
_TOLD_OF_PIECE = re.compile(rf"\b(?:{vocab.any_of(word_set('sources.relays.pieces'))})\s\Z")
# What stands before this is told of who speaks there, not of who speaks behind it: "according to Poe, but Lund said".
FURTHER_CLAUSE = re.compile(rf",[”\"]?\s(?:{vocab.any_of(word_set('sources.relays.further_clause'))})\s")
_LONGEST_PIECE = 20
_POSTING = re.compile(rf"\b(?:{vocab.any_of(word_set('sources.relays.posting'))})\b")
_OTHER_CLAUSE = re.compile(rf"\b(?:{vocab.any_of(word_set('sources.relays.not_on_channel'))})\b")
# "Accused him after he posted a picture on Chirp": who did so may be another, and it is not what is said there.
_DEED_BESIDE = re.compile(r"\b(?:after|when|before|because|since|while|if)\s(?:he|she|it|they|we|who)\s")
_CLAUSE_START = re.compile(r"[,;:()—–“”\"][^,;:()—–“”\"]*\Z")
_LONGEST_CLAUSE = 120
_LONGEST_APPOSITION = 200
_SAYS = re.compile(rf"\s(?:{vocab.any_of(word_set('sources.relays.says'))})\b")
_IN_A_POST = re.compile(rf"\s[Ii]n\s(?:an?|his|her|its|their|the|another)\s(?:[\w-]+\s){{0,3}}(?:{_POSTS})\s")
_WAYS = ("on ", "taking ", "took ", *(f"{word} " for word in sorted(word_set("sources.relays.put_there"))))
TWEETED_ON = "Twitter"


def outlet_at(index: NameIndex, at: int, *, may_be_unknown: bool) -> Offsets | None:
    """Find the medium that is named at an offset, after "the" or what it is called; None for anybody else.

    With `may_be_unknown`, a lone name or one in capitals counts that the article says nothing else of.
    """
    text = index.prose.text
    nation = _NATIONAL.match(text, at)
    at = nation.end() if nation is not None else at
    called = _CALLED.match(text, at)
    determiner = _DETERMINER.match(text, at)
    begin = determiner.end() if determiner is not None else at
    if called is not None and (service := _SERVICE.match(text, called.end())) is not None:
        return begin, service.end()  # "state TV"
    words = called[1].split() if called is not None else [""]
    is_called = (
        words[-1] in _PROGRAMMES | _RUN_BY
        or text.startswith("The ", at)
        or not _MEDIA.isdisjoint((words[-1], " ".join(words[-2:])))
    )
    is_body = is_called or words[-1] in vocab.BODY_KINDS
    start = called.end() if called is not None and is_body else begin
    titled = title_at(text, start, in_context=may_be_unknown)
    name = next((one for one in index.within(start, start + 1) if one.lead <= start < one.end), None)
    if titled is not None and (name is None or name.end <= titled[1]):
        service = _ON_AIR.match(text, titled[1])
        return titled[0], service.end() if service is not None else titled[1]
    if name is None:
        word = _CAPITALISED.match(text, start)  # "Today", with which no name begins elsewhere
        is_name = word is not None and word[0].lower() not in _DATES
        return word.span() if word is not None and is_name and may_be_unknown and determiner is None else None
    if text.startswith(" Today", name.end) and name.lead == name.start:
        return name.start, name.end + len(" Today")  # "India Today"
    if text[name.start : name.end].lower() in _ONLY_NOUNS:
        return None  # "a host on TV"
    return _outlet_named(
        index, name, start, is_called=is_called, may_be_unknown=may_be_unknown, has_the=determiner is not None
    )


def _outlet_named(
    index: NameIndex, name: Occurrence, start: int, *, is_called: bool, may_be_unknown: bool, has_the: bool
) -> Offsets | None:
    """Where a medium stands of which a name is one, or the first word: "Harrow magazine", "CBC radio"."""
    text = index.prose.text
    referent = index.referent_of(name)
    after = _NOUN_AFTER.match(text, name.end)
    is_medium_by_name = referent is not None and referent.kind == "media"
    if after is not None and not is_medium_by_name and (referent is None or referent.sort != "person"):
        return start, after.end()
    on_air = _ON_AIR.match(text, name.end) if is_medium_by_name else None
    if on_air is not None:
        return start, on_air.end()  # which is not the whole of the CBC
    if referent is None or name.lead != name.start or name.start != start:
        return (name.start, name.end) if is_medium_by_name else None
    is_known = is_called or index.fullest_body(referent).kind == "media" or _has_media_word(referent)
    *before, last = referent.name.lower().split()
    is_paper = has_the and last in _PAPERS and (may_be_unknown or bool(before))
    is_outlet = is_known or is_paper or (may_be_unknown and _may_be_outlet(text, name, referent, has_the=has_the))
    return (name.start, name.end) if is_outlet else None


def past_nation(index: NameIndex, start: int, end: int) -> int:
    """Where a medium begins after whose it is: past "Norland's", in "Norland's Elm Mercury"."""
    text = index.prose.text
    owner = _OF_NATION.match(text, start, end)
    if owner is None:
        return start
    name = next(iter(index.within(owner.start("owner"), owner.start("owner") + 1)), None)
    referent = index.referent_of(name) if name is not None else None
    if referent is not None and referent.kind == "media":
        return start  # "the Herald's Ann Poe"
    past, is_nation = owner.end(), owner["owner"].lower() in vocab.PLACES
    is_outlet = is_medium(text[past:end]) or outlet_at(index, past, may_be_unknown=False) is not None
    is_outlet = is_outlet or (is_nation and outlet_at(index, past, may_be_unknown=True) is not None)
    return past if is_outlet or (is_nation and unknown_paper_at(index, past, has_the=True) is not None) else start


def unknown_paper_at(index: NameIndex, at: int, *, has_the: bool = False) -> Offsets | None:
    """Find the paper to which something is told that is known as none: "The Observer", "the Elm Mercury"."""
    text = index.prose.text
    called = _CALLED.match(text, at)
    title = _TITLED.match(text, called.end() if called is not None else at)
    if title is not None:
        return title.span("name")
    start = at + 4 if text.startswith("the ", at) else at
    has_the = has_the or start > at
    name = next((one for one in index.within(start, start + 1) if one.lead == one.start == start), None)
    referent = index.referent_of(name) if name is not None else None
    if name is None or referent is None or len(referent.occurrences) > 1 or text.startswith(_OWNED, name.end):
        return None
    first, *more = referent.name.lower().split()
    if not has_the:
        return (start, name.end) if more and first in _FOREIGN_ARTICLES and referent.sort == "name" else None
    is_body = referent.kind != "organization" or more[-1:] == [] or more[-1] in _NO_PAPERS
    is_body = is_body or any(vocab.BODY_KINDS.get(word, "media") != "media" for word in (first, *more))
    return None if is_body or more[-1] in vocab.BODY_KINDS or more[-1] in vocab.ROLE_NOUNS else (start, name.end)


def _programme_at(index: NameIndex, at: int) -> Offsets | None:
    """The programme at an offset, of which only the name is known: "the podcast The Long Table", "Second Tide"."""
    called = _CALLED.match(index.prose.text, at)
    is_called = called is not None and called[1].split()[-1] in _PROGRAMMES
    if called is None or not is_called:
        return None
    title = _TITLED.match(index.prose.text, called.end())
    if title is not None:
        return title.span("name")
    name = next((one for one in index.within(called.end(), called.end() + 1) if one.lead == called.end()), None)
    words = _CAPITALISED_WORDS.match(index.prose.text, called.end())
    is_programmes = words is not None and " " in words[0] and (name is None or name.sort != "person")
    return words.span() if words is not None and is_programmes else None


def _has_media_word(referent: Referent) -> bool:
    words = referent.name.lower().replace("’", "'").split()
    return referent.sort != "person" and not _MEDIA_WORDS.isdisjoint(words) and referent.kind not in vocab.RULING_KINDS


def _may_be_outlet(text: str, name: Occurrence, referent: Referent, *, has_the: bool) -> bool:
    """Whether a name of which nothing else is known may be a medium's: "CNBC", "Sunrise"."""
    if text[name.end : name.end + 1] in ("’", "'") or has_the:
        return False
    is_acronym = referent.sort == "organization" and referent.name.isupper()
    return is_acronym or (referent.sort == "single" and len(referent.occurrences) == 1)


def is_on_air(words: str) -> bool:
    """Whether the words for a medium say which of its services is meant: "CBC radio", "state TV"."""
    return re.fullmatch(r"[A-Z]\S*\s(?:radio|television|tv)|[a-z]+\s(?:TV|Radio|Television)", words) is not None


def employer_of(index: NameIndex, mention: Offsets) -> Offsets | None:
    """Find the medium of a journalist in or after a mention: "Ann Poe of the Herald", "the Herald's Ann Poe"."""
    start, end = mention
    text = index.prose.text
    owner: Occurrence | None = None
    for name in index.within(start, end):
        referent = index.referent_of(name)
        if referent is None or referent.kind != "person":
            owner = name if referent is not None and referent.kind == "media" else None
            continue
        of = _OF.match(text, name.end)
        outlet = outlet_at(index, of.end(), may_be_unknown=False) if of is not None else None
        if outlet is None and owner is not None and text[owner.end : name.lead] in _OWNED:
            outlet = owner.start, owner.end
        if outlet is not None:
            return outlet
    return None


def is_medium(words: str) -> bool:
    """Whether a noun phrase without a name is a medium: "state television", "local media"."""
    before = _RELAY_END.split(words, maxsplit=1)[0].lower().split()
    is_alone = len(before) == 1 or (len(before) == 2 and before[0] in ("the", "a"))
    head = next((head for head in (" ".join(before[-2:]), *before[-1:]) if head in _COMMON_MEDIA), None)
    return head is not None and not (head in _NO_MEDIA and is_alone)


def channels_in(index: NameIndex, start: int, end: int, mention: Offsets) -> Iterator[Offsets]:
    """The channels on which somebody speaks in a stretch: "said on Telegram", "posted on Chirp", "On X, she wrote"."""
    text = index.prose.text
    posts = [match.span(match.lastgroup or 0) for match in _IN_POST.finditer(text, start, end)]
    tweeted = _TWEETED.match(text, mention[1]) if start <= mention[1] < end else None
    places = [
        match.end()
        for match in _ON_PROGRAMME.finditer(text, start, end)
        if _TOLD_OF_PIECE.search(text, max(0, match.start() - _LONGEST_PIECE), match.start()) is None
        and FURTHER_CLAUSE.search(text, mention[1], match.start()) is None
    ]
    yield from posts
    yield from filter(None, (_programme_at(index, at) or outlet_at(index, at, may_be_unknown=False) for at in places))
    found = bool(posts)
    for match in _ON.finditer(text, start, end):
        low = max(start, match.start() - _LONGEST_CLAUSE)
        clause = _CLAUSE_START.search(text, low, match.start())
        first = clause.start() + 1 if clause is not None else low
        before = text[first : match.start()]
        is_theirs = first <= mention[0] < match.start() or (first == start and len(before) < _LONGEST_CLAUSE)
        is_theirs = is_theirs or _goes_on(text, mention[1], first, before)
        is_others = _OTHER_CLAUSE.search(before) or _DEED_BESIDE.search(text, max(first, mention[1]), match.start())
        if is_theirs and not is_others:
            found = found or match["carrier"] is not None
            yield from _channel(index, match, before)
    # "Poe wrote" goes on in the post of which the article has told before.
    if not found and start <= mention[1] < end and _POSTED.match(text, mention[1]) is not None:
        earlier = [match for match in _ON.finditer(text, max(0, start - _LONGEST_LOOK_BACK), start) if match["carrier"]]
        if earlier:
            yield earlier[-1].span("relay")
        elif tweeted is not None:
            yield tweeted.span("relay")


def _goes_on(text: str, end: int, first: int, before: str) -> bool:
    """Whether a clause goes on with the one who speaks: "the Front, a network, said", "said Poe, in a video posted"."""
    if not 0 <= first - 1 - end <= _LONGEST_APPOSITION:
        return False
    between = text[end:first]
    if _IN_A_POST.match(before) is not None and between.count(",") <= 2:
        return True
    return between.startswith((",", " (")) and between.endswith((",", ")")) and _SAYS.match(before) is not None


def _channel(index: NameIndex, match: re.Match[str], before: str) -> Iterator[Offsets]:
    """The channel that a match of "on Chirp" names, if it does; `before` is its clause so far."""
    way = match[0].lower()
    if match["carrier"] is not None or (match["called"] is not None and way.startswith("on ")):
        yield match.span("relay")
    elif way.startswith(_WAYS) and match["name"].lower() not in vocab.DAYS:
        may_be_unknown = not way.startswith("on ") or _POSTING.search(before) is not None
        outlet = outlet_at(index, match.start("relay"), may_be_unknown=may_be_unknown)
        if outlet is not None and _OWNED_THING.match(index.prose.text, outlet[1]) is None:
            yield outlet


def is_tweet(words: str) -> bool:
    """Whether the words for a channel are a post's that is named after where it stands: "in a tweet"."""
    return words.lower() in _TWEETS
