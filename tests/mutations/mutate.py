"""Changes right claims by one digit, one name or one negation, so that what is wrong with each is known."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.evaluation.evaluate import read_gold
from summarizer.evaluation.gold import place_gold
from summarizer.reading.inputs import read_articles
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Claim
    from summarizer.evaluation.gold import Placed

ROOT = Path(__file__).parents[2]

Kind = Literal["digit", "name", "negation"]
Place = Literal["text", "quote", "source"]


class Case(NamedTuple):
    """A claim of an article, and what was done to it; `kind` None: nothing, it is right."""

    article: Article
    claim: DraftClaim
    kind: Kind | None
    place: Place
    change: str


def codes(claim: Claim) -> tuple[str, ...]:
    """The codes of what is doubted in this claim; that claims like it are often wrong is not about this one."""
    return tuple(check.code for check in claim.checks if check.code != "weak_attribution")


_NUMBER_WORDS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen nineteen twenty thirty
forty sixty"""
_NUMBERS = tuple(_NUMBER_WORDS.split())
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÉ][\w'’]+(?: (?:al-)?[A-ZÉ][\w'’]+)*")
_OPENERS = """
The A An At It If In No Not Some About Among Every Inspectors Claims Nineteen Eleven Two Three Seven
Repairs Rescuers Captain Police Air Our Any He She They We Nobody Other Lawyers Sources Whoever
There That Contacts Observers By On Dame Earlier Thursday Wednesday Monday Saturday Sunday May March
April June October December Christmas January Post
"""
_NO_NAMES = frozenset(_OPENERS.split())
_AUXILIARY = re.compile(r"\b(is|was|were|are|has|had|have|will|would|could|can|may)\b(?! (?:not|no|never)\b)")
_NEGATION = re.compile(
    r"\b(was|were|had|has|does|is|did|will|would|could) not\b|\b(denied)\b|\bnever (\w+)|^(No|Not a) "
)
INVENTED = ("Quennel", "Ostrick", "Bravane", "Tolmeck", "Dauphry")


@cache
def articles() -> dict[str, Article]:
    return {item.id: item for item in read_articles([ROOT / "examples"]) if isinstance(item, Article)}


@cache
def _paraphrases() -> dict[tuple[str, str], str]:
    path = Path(__file__).with_name("paraphrases.jsonl")
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {(row["article"], row["statement"]): row["text"] for row in rows}


def right_claims() -> Iterator[Case]:
    """Each gold statement as a claim in its own words, after "X said:", and in other words where there are some."""
    for gold in read_gold(ROOT / "tests" / "gold"):
        article = articles()[gold.article]
        for item in place_gold(gold, article.text).statements:
            if item.statement.source == "unnamed source" or item.statement.optional:
                continue
            own = " ".join(" ".join(article.text[start:end].split()) for start, end in item.spans)
            other = _paraphrases().get((gold.article, item.statement.content[0]))
            texts = [own, f"{item.statement.source} said: {own}", *([other] if other else [])]
            for text in texts:
                yield Case(article, _claim(article, item, text), None, "text", "")


def _claim(article: Article, item: Placed, text: str) -> DraftClaim:
    statement, (start, _) = item.statement, item.spans[0]
    return DraftClaim(
        sentence=next(one.number for one in sentences_of(article) if one.end > start),
        quotes=tuple(article.text[low:high] for low, high in item.spans),
        source=statement.source,
        kind=statement.kind or "person",
        via=statement.via,
        stance=statement.stance[0],
        text=text,
    )


def wrong_claims() -> Iterator[Case]:
    """Each right claim changed in one place, in every place where it can be."""
    for case in right_claims():
        text = case.claim.text
        paraphrased = text != _own_words(case) and not text.startswith(f"{case.claim.source} said: ")
        if paraphrased:
            yield from _texts(case, "digit", digits(text))
            yield from _texts(case, "name", names(text, _names_of(case.article)))
            yield from _texts(case, "negation", negations(text))
        elif text == _own_words(case):
            yield from _quotes(case)
            yield from _sources(case)


def _own_words(case: Case) -> str:
    return " ".join(" ".join(quote.split()) for quote in case.claim.quotes)


def _texts(case: Case, kind: Kind, changed: Iterator[tuple[str, str]]) -> Iterator[Case]:
    for text, change in changed:
        yield Case(case.article, case.claim.model_copy(update={"text": text}), kind, "text", change)


def _quotes(case: Case) -> Iterator[Case]:
    first, *rest = case.claim.quotes
    known = _names_of(case.article)
    changes: tuple[tuple[Kind, Iterator[tuple[str, str]]], ...] = (
        ("digit", digits(first)),
        ("name", names(first, known)),
        ("negation", negations(first)),
    )
    for kind, changed in changes:
        for quote, change in changed:
            update = {"quotes": (quote, *rest), "text": quote}
            yield Case(case.article, case.claim.model_copy(update=update), kind, "quote", change)


def _sources(case: Case) -> Iterator[Case]:
    if case.claim.kind != "person":
        return
    first, _, last = case.claim.source.rpartition(" ")
    name = f"{first} {INVENTED[len(last) % len(INVENTED)]}".strip()
    change = f"{case.claim.source} > {name}"
    yield Case(case.article, case.claim.model_copy(update={"source": name}), "name", "source", change)


def digits(text: str) -> Iterator[tuple[str, str]]:
    """The text with one digit, or one number word, changed; each number in turn."""
    for found in _DIGITS.finditer(text):
        at = found.start() if found.end() - found.start() == 1 else found.end() - 1
        digit = str((int(text[at]) + 3) % 10) if at > found.start() else str(int(text[at]) % 9 + 1)
        yield text[:at] + digit + text[at + 1 :], f"{found.group()}: {text[at]} > {digit}"
    for found in _NUMBER_WORD.finditer(text):
        word = found.group()
        other = _NUMBERS[(_NUMBERS.index(word.lower()) + 3) % len(_NUMBERS)]
        other = other.capitalize() if word[0].isupper() else other
        yield text[: found.start()] + other + text[found.end() :], f"{word} > {other}"


def names(text: str, known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The text with one name's last word replaced by an invented one, and whole by each other name of this article."""
    for found in _NAME.finditer(text):
        words = found.group().split()
        while words and words[0] in _NO_NAMES:
            words = words[1:]
        if not words or words[-1] in _NO_NAMES:
            continue
        name = " ".join(words)
        at = found.end() - len(name)
        changed = " ".join([*words[:-1], INVENTED[len(name) % len(INVENTED)]])
        yield text[:at] + changed + text[found.end() :], f"{name} > {changed}"
        others = [one for one in known if not set(one.split()) & set(text.replace("'s", "").split())]
        if len(words) > 1:
            for other in others:
                yield text[:at] + other + text[found.end() :], f"{name} > {other}"


@cache
def _known_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for gold in read_gold(ROOT / "tests" / "gold"):
        people = dict.fromkeys(item.source for item in gold.statements if item.kind == "person" and " " in item.source)
        found[gold.article] = tuple(name for name in people if all(word[0].isupper() for word in name.split()))
    return found


def _names_of(article: Article) -> tuple[str, ...]:
    return _known_names()[article.id]


def negations(text: str) -> Iterator[tuple[str, str]]:
    """The text with its first negation taken out, or with one put in after its first auxiliary."""
    taken = _NEGATION.search(text)
    if taken:
        auxiliary, denied, verb, article = taken.groups()
        words = auxiliary or ("confirmed" if denied else verb or ("A " if article == "Not a" else "Some "))
        yield text[: taken.start()] + words + text[taken.end() :], f"{taken.group()} > {words}"
        return
    put = _AUXILIARY.search(text)
    if put:
        yield f"{text[: put.end()]} not{text[put.end() :]}", f"{put.group()} > {put.group()} not"
