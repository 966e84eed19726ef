"""Makes a sentence of an article stand alone: no dateline, no ticker, names in full, nobody called "he" alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.contract.article import ReadOnce
from summarizer.engines.rules.centrality import content_of, words_of
from summarizer.engines.rules.introducing import with_role
from summarizer.reading.layout.dateline import past_dateline
from summarizer.text.language import is_known_to_rules, is_read_as_english, rules_language
from summarizer.text.occurrences import holds_whole
from summarizer.text.words import either, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_BACKWARD = re.compile(
    rf"(?:[•*–-]\s|(?!H(?:is|er) (?:Hon|Maj|High|Hol|Exc|Grace))(?:{either('drafts.summary.backward_openings')})\b)"
)
_CONNECTIVE = re.compile(
    rf"(?:{either('drafts.summary.connectives')}),? (?=[\w“\"])"
    r"|(?:[A-Z][a-z]+|\d+) (?:days?|weeks?|hours?|months?|years?) (?:earlier|later|before), |In that same \w+, "
)
_ASIDE = re.compile(r", (?:however|meanwhile|moreover|furthermore),(?= )")
_ALSO = re.compile(r"(?<=[a-z]) also(?= [a-z]+(?:ed|s|en|e|ing)?\b)(?! (?:known|called))")
_NOT_ONLY = re.compile(r"\b(?:not (?:only|just)|but also)\b", re.IGNORECASE)
_SAID_LOOSELY = re.compile(
    rf"[“\"](?:(?:{either('drafts.summary.spoken_openings')})\b|It(?:['’]s|\b)"
    r"(?! (?:(?:is|was|['’]s) )?(?:[a-z]+ ){1,4}(?:that|to|who|what|how|for|when|of time|not)\b))"
)
_AGAIN = re.compile(r"\b([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) ((?:[a-z][a-z’'-]+ ?){1,4})(?![\w-])")
_THEY = re.compile(rf"\b(?:{either('drafts.summary.pronouns')})\b", re.IGNORECASE)
_PLURAL = frozenset({"they", "them"})
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?=[ ,])")
_YOU = re.compile(r"\b(?:you|your|you['’](?:d|re|ll|ve))\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(rf"(?<![\w.])(?:{either('drafts.summary.first_persons')})(?![\w.])")
_PERSONS = re.compile(rf"(?:The|A) (?:[\w-]+ )?(?:{either('drafts.summary.persons')})\b(?! [A-ZÀ-Þ]|, [A-ZÀ-Þ])")
_KNOWN = word_set("drafts.summary.known_bodies")
_DEFINITE = re.compile(r"(?:The|This|These|That|Those) ((?:[a-z][\w’'-]* ){1,4})")
_WHICH = re.compile(rf"\b(?:{either('drafts.summary.which_follows')})\b")
_MARKUP = re.compile(r"<\w+[ >/]")
_NO_NEWS = wordings("drafts.summary.no_news")
_TOWN = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?:,? [A-ZÀ-Þ][\w.’'-]+){0,3}(?: ?\([^()]{2,30}\))? ?(?:: |[–—] |-{1,2} )(?=[A-ZÀ-Þ])"
)
_TICKER = re.compile(
    r"\s(?:\.[A-Z]{2,}[\dA-Z]*|[A-Z]{2,6}c\d|[A-Z]{2,4}\d{0,3}=[A-Z]{0,3}"
    r"|\((?:NASDAQ|NYSE|LSE|ASX|TSX)[:;]? ?[A-Z.]{1,6}\))"
    r"(?=[\s,.;)])"
)
_OUTLET = re.compile(r"\s\((?:AP|AFP|Reuters|CNN|Bloomberg|UPI|ANI|PTI|NAN|dpa|Xinhua|TASS)\)(?=\s)")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Messrs|Miss)\.? $")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){0,3}(?:[a-z]*(?:man|woman)|boy|girl|[a-z]{3,}(?:er|or|ist|ian))\b"
)
_SOMEBODY_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) [a-z][\w’'-]+ (?:[a-z]+ed|says?|said|told|was|is|has|had|will|would)\b"
)
_CHUNK = re.compile(r"[a-z][\w’'-]+")
_RESUMING = frozenset({"former", "alleged", "same", "other"})
_ROOT = 5  # letters that "projected" and "projection" have in common
_A_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+|(?<=[a-z,] )[A-ZÀ-Þ][a-zà-þ][\w’'-]+")
_ARTICLE_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?) \Z")
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
_LONGEST_TOWN = 60  # characters of a dateline


class Told(NamedTuple):
    """A sentence as it is told in a summary, whom it names in full, and whether it needs another one before it."""

    text: str
    names: frozenset[str]
    leans: bool


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
    text = article.text
    start = _begin(text, start, end)
    is_english = is_read_as_english(article.language)
    # Of names in other languages the English rules know nothing.
    replaced, names = _introductions(article, start, end, known, met) if is_english else ([], frozenset())
    pieces, at = [], start
    for (low, high), name in replaced:
        pieces += [text[at:low], name]
        at = high
    told = " ".join("".join([*pieces, text[at:end]]).split())
    told = _without_links(_OUTLET.sub("", _TICKER.sub("", told)))
    told = told[:1].upper() + told[1:]
    leans = _points_back(told, article.language)
    if is_english:
        leans = (
            _leans(told, context)
            or _has_loose_person(article, start, end, known, replaced)
            or _has_loose_mention(article, start, end, context)
        )
    return Told(told, names, leans)


def _points_back(told: str, language: str) -> bool:
    """Whether a sentence in a language with a file of its own begins with "he", "their" or "but"."""
    if is_read_as_english(language) or not is_known_to_rules(language):
        return False
    from summarizer.attribution.by_language.speech import load_speech  # noqa: PLC0415  English does without it

    first = next(iter(told.lower().split()), "").strip("“”„«»\"',.")
    return first in load_speech(rules_language(language)).grammar.pointing_back


def speaks_loosely(text: str) -> bool:
    """Whether a quotation begins with a word for something that was said before it: "That was wrong"."""
    return _SAID_LOOSELY.match(text) is not None


def read_names(text: str) -> list[str]:
    """What looks like a person's or a body's name of two words or more in a text, or like one of one word inside it."""
    return [found.group() for found in _A_NAME.finditer(text)]


def is_news(text: str) -> bool:
    """Whether a sentence tells something, and is no question, no word to the reader and not about the page."""
    return not text.rstrip("\"”’'").endswith("?") and _NO_NEWS.search(text) is None and _MARKUP.search(text) is None


def plain_name(article: Article, source: str, kind: str) -> str:
    """A source's name without an office or place that was read as a part of it: "Attorney for Lund Ana Moll".

    Empty where what was read is no person's name.
    """
    words = source.split()
    if kind != "person":
        return source
    if {"of", "for"} & set(words):
        return " ".join(words[-2:]) if len(words) > 3 and words[-2][0].isupper() else ""
    rest = source.partition(" ")[2]
    # "of Lund Ana Moll" names nobody Lund
    return rest if " " in rest and holds_whole(article.text, f"of {source}") else source


def _begin(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline and a word that joins it to the one before."""
    start = past_dateline(text, start, end)
    town = _TOWN.match(text, start, min(end, start + _LONGEST_TOWN))
    if town is not None and "\n" in text[max(0, start - 2) : start] and text.count(town[0][:4]) > 1:
        start = town.end()
    joined = _CONNECTIVE.match(text, start, end)
    return joined.end() if joined else start


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
    if pointed := _pointed_at(article, start, min([low for (low, _), _, _ in persons], default=end), known):
        replaced.append(pointed)
    for (low, high), who, full in persons:
        shown = text[low:high]
        if not full or full.casefold() in named:
            continue
        named.add(full.casefold())
        if cast.is_quoted(low) or _ARTICLE_BEFORE.search(text, max(start, low - 5), low):
            continue
        is_short = _is_short(shown, full)
        if is_short and _first_of_surnames(article).get(surname(full), full) != full:
            continue  # which of two Clintons it is, the article's reader knew from what stood before
        titled = _TITLED.search(text, start, low) if is_short else None
        first = titled.start() if titled else low
        put = full if is_short else shown
        if put == full and full.casefold() not in met:
            put = with_role(article, who, full, text[start:first], text[high:end])
        if put != shown:
            replaced.append(((first, high), put))
    return replaced, frozenset(named - set(known))


@ReadOnce
def _first_of_surnames(article: Article) -> dict[str, str]:
    """For each surname the person whom an article names in full first: others are called by it alone less."""
    cast, text = read_cast(article), article.text
    found: dict[str, str] = {}
    for (low, high), who in cast.persons_within(0, len(text)):
        full = plain_name(article, who.name, "person")
        if " " in full and text[low:high].endswith(full):
            found.setdefault(surname(full), full)
    return found


def _is_short(shown: str, full: str) -> bool:
    """Whether a name as it is shown is the end of a full name, or its beginning."""
    *rest, last = full.split()
    bare = " ".join(rest) if last.rstrip(".") in _SUFFIXES else full
    is_part = bare.endswith(f" {shown}") or full.endswith(f" {shown}") or full.startswith(f"{shown} ")
    return len(shown) < len(full) and is_part and not shown.isupper()


def _pointed_at(article: Article, start: int, end: int, known: Collection[str]) -> tuple[Offsets, str] | None:
    """The first "he" or "she" before any name, with the surname of the one whom it means, if the reader knows him."""
    found = _HE.search(article.text, start, end)
    if found is None or not known or read_cast(article).is_quoted(found.start()):
        return None
    if _SOMEBODY_BEFORE.search(article.text, start, found.start()):
        return None  # "the president insisted that he": it is he
    full = plain_name(article, read_cast(article).resolve(found.span()).name, "person")
    return (found.span(), surname(full)) if full.casefold() in known else None


def surname(name: str) -> str:
    """The last word of a person's name, and the one before it where that is "Jr."."""
    words = name.split()
    return " ".join(words[-2:]) if words[-1].rstrip(".") in _SUFFIXES and len(words) > 1 else words[-1]


def _leans(text: str, context: str) -> bool:
    plain = _QUOTED.sub("“”", text)
    if text[:1] in "’'‘)”" or text.count('"') % 2 == 1 or text.count("“") != text.count("”"):
        return True
    if (
        _BACKWARD.match(text) is not None
        or _SAID_LOOSELY.match(text) is not None
        or any(one.search(plain) for one in (_FIRST_PERSON, _YOU))
    ):
        return True
    return _PERSONS.match(text) is not None or _has_loose_noun(text, context)


def _has_loose_person(
    article: Article, start: int, end: int, known: Collection[str], replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether the first "he" outside quotation marks is nobody whom the sentence or the reader's text names."""
    cast = read_cast(article)
    found = next((one for one in _THEY.finditer(article.text, start, end) if not cast.is_quoted(one.start())), None)
    if found is None or any(span == found.span() for span, _ in replaced):
        return False
    before = article.text[start : found.start()]
    if found.group().lower() in _PLURAL:
        return re.search(r"\w{2,}s\b|\w+ and \w+", before) is None and not re.search(r"[A-Z]\w+ \w+ [a-z]", before)
    name = cast.resolve(found.span()).name
    last = surname(name) if name else ""
    if last and last[0].isupper():
        return not any(word in before for word in name.split()) and not any(
            one.endswith(last.casefold()) for one in known
        )
    return re.search(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+", before) is None and _SOMEBODY.search(before) is None


def _has_loose_noun(text: str, context: str) -> bool:
    """Whether a sentence begins with "the" thing, and neither it nor what came before says which."""
    found = _DEFINITE.match(text)
    if found is None:
        return False
    words = found[1].split()
    if words[0] in _KNOWN:
        return False
    told = set(words_of(context))
    if any(word in told for one in words for word in words_of(one)):
        return False
    return text[:4] != "The " or _WHICH.search(text[: found.end() + 12]) is None


def _without_links(text: str) -> str:
    """A sentence without "however" and "also", which join it to another one; no word of a quotation is taken out."""
    if " also" not in text and _ASIDE.search(text) is None:
        return text
    if _NOT_ONLY.search(text):
        return text
    pieces, at = [], 0
    for found in [*_QUOTED.finditer(text), None]:
        end = found.start() if found else len(text)
        pieces += [_ALSO.sub("", _ASIDE.sub("", text[at:end])), found.group() if found else ""]
        at = found.end() if found else end
    return "".join(pieces)


@ReadOnce
def _first_places(article: Article) -> dict[str, int]:
    """Where the root of each word of an article's text that is no name stands first."""
    chunks: dict[str, int] = {}
    for one in _CHUNK.finditer(article.text):
        chunks.setdefault(one[0], one.start())
    found: dict[str, int] = {}
    for chunk, at in chunks.items():
        for word in content_of(chunk.lower()):
            found.setdefault(word[:_ROOT], at)
    return found


def _has_loose_mention(article: Article, start: int, end: int, context: str) -> bool:
    """Whether a sentence has "the parcel" or "that decision" of which the article told before, but not its reader."""
    again = list(_AGAIN.finditer(article.text, start, end))
    if not again:
        return False
    places, cast, told = _first_places(article), read_cast(article), _roots_of(context)
    for found in again:
        head, is_followed = _head_of(found[2])
        root = head[:_ROOT]
        if not head or head in _KNOWN or _roots_of(found[2]) & told or places.get(root, start) >= start:
            continue
        if not is_followed and _WHICH.match(article.text, found.end() + (found[2][-1] != " ")):
            continue
        before = article.text[start : found.start()]
        is_resumed = found[1].lower() != "the" or found[2].split()[0] in _RESUMING
        if cast.is_quoted(found.start()) or root in _roots_of(before) or (not is_resumed and _A_NAME.search(before)):
            continue
        return True
    return False


def _roots_of(text: str) -> set[str]:
    return {word[:_ROOT] for word in words_of(text)}


def _head_of(words: str) -> tuple[str, bool]:
    """The noun that some words behind "the" begin with, and whether more words follow it that say what it does."""
    tags, head = load_lexicon().tags, ""
    for word in words.split():
        tag = tags.get(word)
        if (tag is not None and tag not in "JXBZG") or (head and word.endswith("ed")):
            return head, tag != "P"
        head = head if tag == "J" else next(iter(words_of(word)), head)
    return head, False
