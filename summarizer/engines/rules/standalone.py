"""Makes a sentence of an article stand alone: no dateline, no ticker, names in full, nobody called "he" alone."""

from __future__ import annotations

import re
from functools import cached_property, partial
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import OFFICE_WORDS, ROLE_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.engines.rules.fragments import begins_within
from summarizer.engines.rules.introducing import SUFFIXES, surname, with_role
from summarizer.engines.rules.last_named import find_possessed, pointed_at
from summarizer.engines.rules.leaning import Standing, standing
from summarizer.engines.rules.plain_names import plain_name
from summarizer.engines.rules.pronouns import QUOTED
from summarizer.engines.rules.title import find_title
from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.layout import layout_of
from summarizer.text.language import is_read_as_english
from summarizer.text.words import either, rare_wordings, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_CONNECTIVE = re.compile(
    rf"(?:(?:{either('drafts.summary.connectives')}),?|(?:{either('drafts.summary.connectives_with_comma')}),)"
    r"\s+(?=[\w“\"'‘])(?!(?:(?:[A-ZÀ-Þ][\w.’'-]+ ){1,4}|s?he )(?:said|says|wrote|[a-z]+(?:ed|s)),(?! [“\"'‘]))"
    r"|(?:(?:Just|Only|Barely|About|Less than|More than|Not(?: even)?) (?:a (?:full |few )?)?)?"
    r"(?:[A-Za-z]+|\d+|A few|A couple of) (?:days?|weeks?|hours?|months?|years?) (?:earlier|later|before), "
    r"|In that same \w+, |The (?:next|following) (?:day|night|morning|week), "
)
# Without the sentence before it nobody knows what it says: "In fact, the mill is shut."
_LEANING = re.compile(rf"(?:{either('drafts.summary.leaning_connectives')}),? (?=[\w“\"'‘])")
# What stands behind "but" and joins a sentence to the one before, too.
_THEN = re.compile(
    r"(?:(?:[a-z]+|\d+|a few|a couple of) (?:days?|weeks?|hours?|months?|years?) (?:earlier|later|before)|later|then), "
)
# "Campaign funds: The guild": what an item of a list is about; "THE FACTS: No boat was lost.", of who checks a claim
_LABEL = re.compile(
    r"(?:(?:THE )?(?:FACTS?|TRUTH|VERDICT|CONCLUSION|ASSESSMENT)|(?:The|Our) (?:facts|truth|verdict)): (?=[A-Z“\"])"
    r"|[A-Z][a-z]+(?: [a-z]+){0,2}: "
    r"(?=(?:The|An?|In|On|At) |[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:said|says|has|is|was)\b)"
)
# "Old mills In May, the board": a heading within the paragraph
_HEADING = re.compile(
    r"[A-Z][a-z’'-]+(?: [a-z’'-]+){1,3} "
    r"(?=(?:On|In|At|The|An?|For|When|After|As|But|His|Her|Two|Three|Last|With|By|From|This|It) [a-z])"
)
_NOT_JOINED = wordings("drafts.summary.not_joined")
# A regular expression that begins with a comma and a blank alone is looked for in a tenth of the time.
_ASIDE_BEHIND_COMMA = re.compile(
    rf", (?:(?:{either('drafts.summary.asides')}),(?= )|however(?=[:;.])|(?:though|as well|too)(?=\.$))", re.IGNORECASE
)
_ASIDE = re.compile(
    rf"{_ASIDE_BEHIND_COMMA.pattern}"
    r"|(?<=[a-z])(?<!\bthat) however(?= (?:said|says|added|warned|insisted|denied|told|noted)\b)",
    re.IGNORECASE,
)
_WHO = re.compile(r" wh(?:o|ose|om|ich)\b")
_LED_IN = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.WH_WORD)
_ALSO = re.compile(r"(?<=[a-z,]) also(?= [a-z]+(?:ed|s|en|e|ing)?\b)(?! (?:known|called (?!for |on |upon )))")
_FURTHER = re.compile(
    r"(?<=[a-z]) further(?= (?:said|says|told|argue|allege|claim|state|suggest|explain|accuse|note|wrote|add)[a-z]*\b)"
)
# Where its reporter writes from: "The mill here burned", "told pilots here Sunday"
_HERE = re.compile(
    r"\b(?!(?:from|over|near|in|up|is|be|out|are|was|were|down|come|came|lives?|lived|right|around"
    r"|found|available|seen?|read|viewed?|heard?|listen|watch|click|posted|listed)\b)([A-Za-z]+) here"
    r"(?: and(?= (?:in|at|across|around|elsewhere) )|(?=[.,;]| (?:[A-Z][a-z]+day|in|on|at|after|before|during|last|this"
    r"|alongside|with|when|who|for|as|was|were|is|has|had|will|[a-z]+ed)\b))"
)
_NOT_ONLY = re.compile(r"\b(?:not (?:only|just)|but also)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</?\w+[ >/]")
_NO_NEWS_OPENING = wordings("drafts.summary.no_news.openings")
_NO_NEWS = (rare_wordings("drafts.summary.no_news.phrases"), rare_wordings("drafts.summary.no_news.marks"))
_TOWN = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?:,? [A-ZÀ-Þ][\w.’'-]+){0,3}(?: ?\([^()]{2,30}\))? ?(?:: |[–—―] |-{1,2} )(?=[A-ZÀ-Þ])"
)
_TICKER = re.compile(
    r"\s(?:\.[A-Z]{2,}[\dA-Z]*|[A-Z]{2,6}c\d|[A-Z]{2,4}\d{0,3}=[A-Z]{0,3}"
    r"|\((?:NASDAQ|NYSE|LSE|ASX|TSX)[:;]? ?[A-Z.]{1,6}\))"
    r"(?=[\s,.;)])"
)
_OUTLET = re.compile(r"\s\((?:AP|AFP|Reuters|CNN|Bloomberg|UPI|ANI|PTI|NAN|dpa|Xinhua|TASS)\)(?=\s)")
_NOTE = re.compile(
    r"\s?\[(?:emphasis|italics|sic\b|emph\.|laughs|laughter|applause|inaudible|crosstalk)[^\[\]]*\]", re.IGNORECASE
)
_OFFICE = re.compile(r"([A-ZÀ-Þ][a-z]+) \Z")
_OFFICES = (OFFICE_WORDS | ROLE_NOUNS) - word_set("sources.titles.honorifics")
_ITEM = re.compile(r"(?:^|\n)[ \t]*[-*•–][ \t]+\Z")
_BULLET = 8  # code points that a bullet may take
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Messrs|Miss)\.? $")
_AND_OF_ONE_NAME = re.compile(r"(?:, [A-ZÀ-Þ][\w’'-]+)*,? (?:and|or|&) [A-ZÀ-Þ][\w’'.-]+ [A-ZÀ-Þ]")
_PROGRAMME = re.compile(r"[a-z’'] [A-ZÀ-Þ][a-zà-þ]+ \Z")
_IN = re.compile(r"\b(?:in|into|at|near|across|around|outside|inside|of|to|from|toward|towards) \Z")
_ARTICLE_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Aa]nother) \Z")
_SHORTEST_NAME = 3  # letters of a first name; less is an initial
_LONGEST_TOWN = 60  # characters of a dateline


class Told:
    """A sentence as it is told in a summary, whom it names in full, and whether it can stand by itself."""

    def __init__(self, text: str, names: frozenset[str], stands: Callable[[], Standing]) -> None:
        self.text, self.names = text, names
        self._stands = stands

    @cached_property
    def standing(self) -> Standing:
        """Whether it can stand by itself: read of those sentences only of which nothing else speaks against it."""
        return self._stands()

    @property
    def leans(self) -> bool:
        """Whether it needs another one before it."""
        return self.standing != "alone"


def tell(
    article: Article,
    start: int,
    end: int,
    *,
    known: Collection[str] = (),
    context: str = "",
    met: Collection[str] = (),
) -> Told:
    """Tell what stands between two code points of an article to a reader who has read `context`.

    `known` are the full names, in lower case, of those whom the reader knows; of those in `met` he only knows who they
    are, so that their names are given in full. Every word but names and roles is the article's own.
    """
    text, whole = article.text, start
    start = _begin(text, start, end)
    is_english = is_read_as_english(article.language)
    # Of names in other languages the English rules know nothing.
    replaced, names = _introductions(article, start, end, known, met) if is_english else ([], frozenset())
    pieces, at = [], start
    for (low, high), name in replaced:
        pieces += [text[at:low], name]
        at = high
    told = " ".join("".join([*pieces, text[at:end]]).split())
    told = _TICKER.sub("", without_notes(told))
    told = _without_links(_OUTLET.sub("", told) if "(" in told else told)
    if told.count("“") == 2 and "”" not in told:  # a page that closes with the mark that opens
        told = "”".join(told.rsplit("“", 1))
    told = told[:1].upper() + told[1:]
    if told[-1:].isalnum() and is_item(article, whole):
        told += "."
    if begins_within(text, whole):
        return Told(told, names, lambda: "never")
    if is_english and _LEANING.match(text, whole, end) is not None and _NOT_JOINED.match(text, whole, end) is None:
        return Told(told, names, lambda: "behind")
    stands = partial(standing, article, (start, end), told, context=context, known=known, replaced=replaced)
    return Told(told, names, stands)


def is_item(article: Article, start: int) -> bool:
    """Whether an item of a list begins there: it may be a sentence without a stop."""
    return _ITEM.search(article.text, max(0, start - _BULLET), start) is not None


def is_news(text: str) -> bool:
    """Whether a sentence tells something, and is no question, no word to the reader and not about the page."""
    if text.rstrip("\"”’'").endswith("?") or _NO_NEWS_OPENING.match(text) is not None:
        return False
    return all(one.search(text) is None for one in _NO_NEWS) and ("<" not in text or _MARKUP.search(text) is None)


def _begin(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline and a word that joins it to the one before."""
    start = past_dateline(text, start, end)
    town = _TOWN.match(text, start, min(end, start + _LONGEST_TOWN))
    if town is not None and "\n" in text[max(0, start - 2) : start] and text.count(town[0][:4]) > 1:
        start = town.end()
    label = _LABEL.match(text, start, end)
    start = label.end() if label and "\n" in text[max(0, start - 2) : start] else start
    heading = _HEADING.match(text, start, end)
    start = heading.end() if heading else start
    joined = _CONNECTIVE.match(text, start, end) if _NOT_JOINED.match(text, start, end) is None else None
    if joined is None:
        return start
    then = _THEN.match(text, joined.end(), end)
    return then.end() if then else joined.end()


def _introductions(
    article: Article, start: int, end: int, known: Collection[str], met: Collection[str]
) -> tuple[list[tuple[Offsets, str]], frozenset[str]]:
    """Where a person is first named by surname only, or by "he" before any name, with the name to put there.

    Gives all who are named, too.
    """
    cast, text = read_cast(article), article.text
    replaced: list[tuple[Offsets, str]] = []
    named = set(known)
    persons = [(span, who, plain_name(article, who.name, "person")) for span, who in cast.persons_within(start, end)]
    if possessed := find_possessed(article, start, end, known, met):
        replaced.append(possessed)
    elif pointed := pointed_at(article, start, min([low for (low, _), _, _ in persons], default=end), known):
        replaced.append(pointed)
    for (low, high), who, full in persons:
        shown = text[low:high]
        if not full or full.casefold() in named:
            continue
        named.add(full.casefold())
        if cast.is_quoted(low) or _ARTICLE_BEFORE.search(text, max(start, low - 5), low):
            continue
        is_short = _is_short(shown, full)
        if is_short and _stays_short(article, start, low, shown, full):
            continue
        titled = _TITLED.search(text, start, low) if is_short else None
        first = titled.start() if titled else low
        put = full if is_short else shown
        # Whom an article names in full where it names them first, it needs not introduce there.
        if put == full and full.casefold() not in met and (is_short or first_mentions(article).get(full, 0) < start):
            put = with_role(article, who, full, text[start:first], text[high:end])
        if put != shown:
            replaced.append(((first, high), put))
    return replaced, frozenset(named - set(known))


def _stays_short(article: Article, start: int, low: int, shown: str, full: str) -> bool:
    """Whether a short name is not told in full: it is a piece of a word, a town's, or perhaps another person's."""
    before = article.text[max(start, low - _LONGEST_TOWN) : low]
    behind = article.text[low + len(shown) : low + len(shown) + 2]
    if behind[:1] in ("-", "‑") and behind[1:].isalpha():
        return True  # "a Moll-backed plan"
    if _is_joined(before, shown, full) or _is_others_title(article.text, before, full):
        return True
    if full.startswith(shown) and _AND_OF_ONE_NAME.match(article.text, low + len(shown)):
        return True  # "David and Ana Moll" are two Molls, though some David Reil is named too
    if full.startswith(shown) and _PROGRAMME.search(before):
        return True  # "Evening Ana", a broadcast
    if full.startswith(shown) and _IN.search(article.text, max(0, low - 8), low):
        return True  # a town: "in Varn", beside "Varn Mayor Ilse Brandt"
    # Which of two Molls it is, the article's reader knew from what stood before.
    last = surname(full)
    if _first_of_surnames(article).get(last, full) != full:
        return True
    others = [one for one in first_mentions(article) if one != full and surname(one) == last]
    return any(article.text.rfind(one, 0, low) > article.text.rfind(full, 0, low) for one in others)


def _is_others_title(text: str, before: str, full: str) -> bool:
    """Whether a short name stands behind an office that the article never gives the one it is read as.

    "Secretary Moll" is nobody's husband, though he alone is named in full.
    """
    office = _OFFICE.search(before)
    word = office[1] if office else ""
    if word.lower() not in _OFFICES:
        return False
    return f"{word} {full}" not in text and f"{word.lower()} {full}" not in text


def _is_joined(before: str, shown: str, full: str) -> bool:
    """Whether a short name is a piece of a longer word, or of the full name in one: "pro-Moll", "anti-Ana Moll"."""
    word = next(reversed(before.split()), "")
    missing = full.casefold().removesuffix(shown.casefold())
    return (
        (missing != full.casefold() and before.casefold().endswith(missing))  # "de Blom", who is "De Blom"
        or (word.islower() and f"{word} {shown}" in full)  # "bin Lund", who is "Odd bin Lund"
        or before[-1:].isalnum()
        or before.endswith(("-", "–", "/"))
        or any(word.endswith(f"-{part}") for part in full.split()[:-1])
    )


@ReadOnce
def first_mentions(article: Article) -> dict[str, int]:
    """For each person whom an article names in full where its body does so first."""
    cast, text = read_cast(article), article.text
    layout = layout_of(article)
    titles = [block.end for block in layout.blocks if block.kind == "title"]
    above = find_title(article).sentences
    titles += [one.end for one in layout.sentences[: max(above, default=0)] if one.number in above]
    found: dict[str, int] = {}
    for (low, high), who in cast.persons_within(max(titles, default=0), len(text), in_full=True):
        full = plain_name(article, who.name, "person")
        if " " in full and text[low:high].endswith(full):
            found.setdefault(full, low)
    return found


@ReadOnce
def _first_of_surnames(article: Article) -> dict[str, str]:
    """For each surname the person whom an article names in full first: others are called by it alone less."""
    found: dict[str, str] = {}
    for full in first_mentions(article):
        found.setdefault(surname(full), full)
    return found


def _is_short(shown: str, full: str) -> bool:
    """Whether a name as it is shown is the end of a full name, or its beginning."""
    *rest, last = full.split()
    bare = " ".join(rest) if last.rstrip(".") in SUFFIXES else full
    if rest and len(rest[0]) >= _SHORTEST_NAME and rest[0].isupper():
        return False  # "RJK Kelp" is no other name of Kelp
    is_part = bare.endswith(f" {shown}") or full.endswith(f" {shown}") or full.startswith(f"{shown} ")
    return len(shown) < len(full) and is_part and not shown.isupper()


def without_notes(text: str) -> str:
    """A text without what a writer notes in it in square brackets: "[emphasis added]"."""
    return _NOTE.sub("", text) if "[" in text else text


def _comma_left(aside: re.Match[str]) -> str:
    """The comma that stays of the two around "however": that behind "If he won", and that before "who"."""
    if _WHO.match(aside.string, aside.end()) is not None:
        return ","
    before = aside.string[: aside.start()]
    first = before.removeprefix("Even ").partition(" ")[0].lower()
    return "," if "," not in before and load_lexicon().tags.get(first) in _LED_IN else ""


def _without_links(text: str) -> str:
    """A sentence without "however" and "also", which join it to another one, and "here", which only its reporter sees.

    No word of a quotation is taken out.
    """
    has_link = " also" in text or " further" in text or " here" in text or " however " in text.lower()
    if not has_link and _ASIDE_BEHIND_COMMA.search(text) is None:
        return text
    if _NOT_ONLY.search(text):
        return text
    pieces, at = [], 0
    for found in [*QUOTED.finditer(text), None]:
        end = found.start() if found else len(text)
        pieces += [
            _HERE.sub(r"\1", _FURTHER.sub("", _ALSO.sub("", _ASIDE.sub(_comma_left, text[at:end])))),
            found.group() if found else "",
        ]
        at = found.end() if found else end
    return "".join(pieces)
