"""Whether "he", "they" and "it" in a sentence of a summary stand for what the sentence itself has named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.engines.rules.introducing import surname
from summarizer.text.words import word_set, words_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_THEY = words_pattern("drafts.summary.pronouns", ignore_case=True)
_PLURAL = frozenset({"they", "them"})
_KINDS = {
    word: "they" if word in _PLURAL else "he" if word in ("he", "him", "his") else "she"
    for word in word_set("drafts.summary.pronouns")
}
# No name in "s" is one ("Ana Boss"), but "Weavers" and "Republicans" are.
_PLURAL_NOUN = re.compile(
    r"\b(?!(?:was|has|his|this|does|says|its|always|yes|thus|us)\b)[a-z]\w+s\b|\b[A-Z]\w+(?:an|at|er|ist|or|ic|al)s\b"
    r"|\w+ and \w+|\b(?:[Pp]eople|(?:[Ww]o)?[Mm]en|[Cc]hildren|[Pp]olice)\b"
    r"|\b(?:[Aa]ny|[Ee]very|[Ss]ome|[Nn]o)(?:one|body)\b"
)
_ANY_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’'-]{2,} [A-ZÀ-Þ][\w’'-]+|(?<=[a-z,] )[A-ZÀ-Þ][a-zà-þ]{2,}|\b(?:[Aa]n?one|[Ss]ome(?:one|body))\b"
)
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){0,3}(?:[a-z]*(?:man|woman)|boy|girl|[a-z]{3,}(?:er|or|ist|ian)"
    r"|wife|widow|husband|nurse|priest|patient|victim|daughter|son|child|bride|aunt|nephew|niece|guest|pupil|student)\b"
)
A_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+|(?<=[a-z,] )[A-ZÀ-Þ][a-zà-þ][\w’'-]+")
THING_PRONOUN = re.compile(
    r"\b[Ii]t\b(?! (?:(?:is|was|has been|(?:would|will|should|could|may|might|must|can) (?:be|take)|takes"
    r"|seems|looks|makes) )(?:[“\"]?[\w’'-]+[”\"]? ){1,4}"
    r"(?:that|to|who|what|how|for (?:[\w’'-]+ ){1,8}to|when|if|of time|not|like)\b)"
    r"(?![’']s (?:[\w’'-]+ ){1,4}(?:that|to|who|what|for|when|if)\b)"
    r"(?! (?:rain|snow|hail|pour|turn|emerg|transpir|dawn)(?:s|es|ed)\b| (?:appear(?:s|ed)|[cb]ecame|comes?|came) )"
    r"|(?:\b(?:[Tt]his|[Tt]hese|[Tt]hose)|\b(?:of|in|with|without|from|by|for|about|on|under|after) that)"
    r" (?!who\b)(?P<what>[a-z]\w+)"
)
_ONE_THING = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Mm]y|[Oo]ur|[Yy]our|[Ee]very|[Aa]ny|[Nn]o|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts) "
    r"(?!\w+[^s]s (?:who|that|are|were|have)\b)[\w’'-]+"
)
_CLAUSE_OPENING = re.compile(
    r"(?:After|As|While|When|Before|Since|Until|Though|Although|If|Because|Despite|Like|For|In|With|Without|At|On"
    r"|[A-Z][a-z]+ing) "
)
_TITLE_BEFORE = re.compile(r"(?:(?:the |former )?(?:[A-ZÀ-Þ][\w’'.-]* ){0,4})(?:[a-z-]+ )?")
_THAT = re.compile(
    r"\b(?:expect|think|believe|know|mean|hope|say|see|want|do|doing|did|about|with|for|of|to) that(?:[’']s\b|[.,!;])"
)
_OF_IT = re.compile(r"\b(?:[Aa]n?|[Tt]he) [\w’'-]+ (?:of|for|to|with|in|on|about|against|from) \Z")  # "a tool for it"
_SAYS_IT = re.compile(
    r"\b(?:(?:said|says?|believed?|believes|argued?|argues) (?:that )?"
    r"|[a-z]+(?:ed|s)(?: out| (?:him|her|them|\w+s))? that )(?=it\b)"
)
_ITS = re.compile(r"(?:“[^”]*”|\"[^\"]*\"|''(?:(?!'').)*'')[, ]*(?:(?:said|says|added) )?its\b")
_WHERE = re.compile(
    r"^(?:On|In|At|Last|Late|Early) [^,]{1,40}, "
    r"|\b(?:[Oo]n|[Ii]n|[Aa]t|[Oo]f|[Ff]rom|[Ww]ith|[Ff]or) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*"
)
_MANY = re.compile(r"[A-Z]?[a-z’'-]+s|People|[Pp]olice|Some|Many|He|She|They")
_ADJECTIVES = word_set("sources.places.adjectives")  # "a Republican", "a French pilot"
_PRESENT = word_set("drafts.summary.present")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def without_quoted(text: str) -> str:
    """A text with nothing between its quotation marks."""
    return QUOTED.sub("“”", text) if "“" in text or '"' in text else text


def is_mostly_quoted(text: str) -> bool:
    """Whether more than half of a text stands between quotation marks."""
    if "“" not in text and '"' not in text:
        return False
    return 2 * sum(map(len, QUOTED.findall(text))) > len(text)


def quotes_loosely(text: str) -> bool:
    """Whether a quotation calls somebody "she" or "them" before it or the words around it have named anybody."""
    for quoted in QUOTED.finditer(text):
        if _speaks_of_it(text, quoted) or _THAT.search(text, quoted.start(), quoted.end()):
            return True
        found = _THEY.search(text, quoted.start(), quoted.end())
        if found is None:
            continue
        before, named = text[quoted.start() + 1 : found.start()], text[: quoted.start()]
        if found.group().lower() in _PLURAL:
            if _PLURAL_NOUN.search(before) is None and _PLURAL_NOUN.search(named) is None:
                return True
        elif not (_ANY_NAME.search(before) or _SOMEBODY.search(before) or len(read_names(named)) > 1):
            return True  # one name before the quotation is the speaker's
    return False


def _speaks_of_it(text: str, quoted: re.Match[str]) -> bool:
    """Whether a quotation says "it" or "this plan" of what nothing before these words may be."""
    found = next((one for one in THING_PRONOUN.finditer(text, quoted.start(), quoted.end()) if not _is_now(one)), None)
    if found is None:
        return False
    before = _OF_IT.sub("", text[quoted.start() + 1 : found.start()])
    named = text[: quoted.start()]
    if any(_ONE_THING.search(words) for words in (before, named)):
        return False
    return _ANY_NAME.search(before) is None and len(read_names(named)) < 2  # one is the speaker's


def _is_now(found: re.Match[str]) -> bool:
    """Whether "this" is said of the present: "this week", "this country"."""
    return found["what"] in _PRESENT


def read_names(text: str) -> list[str]:
    """What looks like a person's or a body's name of two words or more in a text, or like one of one word inside it."""
    return [found.group() for found in A_NAME.finditer(text) if found.group().lower() not in _ADJECTIVES]


def has_loose_pronoun(
    article: Article, start: int, end: int, known: Collection[str], replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether a "he", "she" or "they" outside quotation marks is nobody whom the sentence or the reader's text names.

    Of each the first is looked at, and beside "he" a "she" is somebody else.
    """
    cast = read_cast(article)
    firsts: dict[str, re.Match[str]] = {}
    for found in _THEY.finditer(article.text, start, end):
        if not cast.is_quoted(found.start()):
            firsts.setdefault(_KINDS[found.group().lower()], found)
    for kind, found in firsts.items():
        if any(span == found.span() for span, _ in replaced) or _is_named_next(article, start, found, end):
            continue
        is_loose = _is_loose_plural if kind == "they" else _is_loose_person
        if is_loose(article, start, found, known):
            return True
    both = [found.start() for kind, found in firsts.items() if kind != "they"]
    return len(both) > 1 and _count_persons(article, start, max(both), known, replaced) < len(both)


def has_loose_it(article: Article, start: int, end: int) -> bool:
    """Whether somebody says that "it" is so, and the sentence has named nothing before that can be it.

    "Divers said that it was safe"; neither they nor where they were is meant. Nor has "“It sank,” its owner said".
    """
    if _ITS.match(article.text, start, end) is not None:
        return True
    found = _SAYS_IT.search(article.text, start, end) if article.text.find(" it ", start, end) >= 0 else None
    if found is None or THING_PRONOUN.match(article.text, found.end()) is None:
        return False
    cast, at, pieces = read_cast(article), start, list[str]()
    if cast.is_quoted(found.end()):
        return False
    for (low, high), _ in cast.persons_within(start, found.start()):
        pieces.append(article.text[at:low])
        at = high
    before = _WHERE.sub("", "".join((*pieces, article.text[at : found.start()]))).replace(" that ", " ")
    if _ONE_THING.search(before):
        return False
    words = before.replace(",", " ").split()
    if any(word[0].isupper() for word in words[1:]) or any(map(_is_thing, words[1:])):
        return False
    return not words or words[0].islower() or any(map(_MANY.fullmatch, words[:2]))


def _is_thing(word: str) -> bool:
    """Whether a word may be a noun in the singular: "wealth", not "divers" or "warned"."""
    return load_lexicon().tags.get(word, tags.NOUN) == tags.NOUN and not word.endswith(("s", "ed", "ly"))


def _is_named_next(article: Article, start: int, found: re.Match[str], end: int) -> bool:
    """Whether a "he" stands in an opening clause, and whom it means is the first behind its comma.

    "After he lost his boat, Tomas Reil left"; nobody else may be named in the clause.
    """
    text, cast = article.text, read_cast(article)
    if found.group().lower() in _PLURAL or _CLAUSE_OPENING.match(text, start, end) is None:
        return False
    comma = text.find(", ", found.end(), end)
    if comma < 0 or _SOMEBODY.search(text, start, comma) or next(iter(cast.persons_within(start, comma)), None):
        return False
    (low, _), who = next(iter(cast.persons_within(comma, end)), ((end, end), None))
    if who is None or _TITLE_BEFORE.fullmatch(text, comma + 2, low) is None:
        return False
    meant = cast.resolve(found.span()).name
    return meant in ("", who.name) or meant == found.group()


def _is_loose_plural(article: Article, start: int, found: re.Match[str], known: Collection[str]) -> bool:
    """Whether nothing before a "they" is in the plural; the name of one person is not, though it ends in "s"."""
    before = article.text[start : found.start()]
    names = [span for span, _ in read_cast(article).persons_within(start, found.start())]
    if len(names) == 1 and not known:
        (low, high), *_ = names
        before = article.text[start:low] + article.text[high : found.start()]
    before = without_quoted(before)
    return re.search(r"\w{2,}s\b|\w+ and \w+", before) is None and not re.search(r"[A-Z]\w+ \w+ [a-z]", before)


def _is_loose_person(article: Article, start: int, found: re.Match[str], known: Collection[str]) -> bool:
    """Whether nobody before a "he" may be the one whom it means."""
    before = without_quoted(article.text[start : found.start()])
    name = read_cast(article).resolve(found.span()).name
    last = surname(name) if name and " of " not in name else ""
    if last and last[0].isupper():
        return not any(word in before for word in name.split()) and not any(
            one.endswith(last.casefold()) for one in known
        )
    persons = read_cast(article).persons_within(start, found.start())
    names = [who for _, who in persons if " of " not in who.name]  # "Pilots of Kell" are no person
    return not any(" " in who.name or who.role for who in names) and _SOMEBODY.search(before) is None


def _count_persons(
    article: Article, start: int, end: int, known: Collection[str], replaced: Sequence[tuple[Offsets, str]]
) -> int:
    """How many persons a sentence has told of up to a place, by name or not, or its reader knows."""
    named = {who.name.casefold() for _, who in read_cast(article).persons_within(start, end)}
    named |= {name.casefold() for (low, _), name in replaced if low < end}
    before = without_quoted(article.text[start:end])
    return len(named | set(known)) + len(_SOMEBODY.findall(before))
