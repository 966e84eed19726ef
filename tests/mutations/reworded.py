"""Right claims in a writer's own words, each changed where it can be: `python -m tests.mutations.reworded`.

`reworded.jsonl` holds six articles written for this and claims about these and about examples/, all right.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.contract.report import Rejected
from summarizer.grounding.ground import ground_claim
from summarizer.reading.layout.layout import sentences_of
from tests.mutations import mutate

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]*)*")
_AUXILIARY = re.compile(r"\b(?:is|was|were|are|has|had|have|will|would|could|can|may|should)\b(?! (?:not|no|never)\b)")
_CHANGES = (
    ("taken out", r"\b(was|were|had|has|does|is|did|will|would|could|can|do|have) not\b", r"\1"),
    ("taken out", r"\bnever ", ""),
    ("taken out", r"\bno (?=\w)", "the "),
    ("taken out", r"\bwithout\b", "with"),
    ("turned", r"\bdenie([ds])\b", r"confirme\1"),
    ("turned", r"\brejected\b", "accepted"),
    ("turned", r"\bconfirmed\b", "denied"),
    ("turned", r"\badmitted\b", "denied"),
    ("turned", r"\bsaid\b", "denied"),
    ("turned", r"\b(?:unable|failed) to\b", "able to"),
)


class Reworded(NamedTuple):
    """A right claim in other words than its article's."""

    article: Article
    claim: DraftClaim


class Change(NamedTuple):
    """A text that is wrong in one place, and the kind of change."""

    kind: str
    text: str


@cache
def reworded() -> tuple[Reworded, ...]:
    """All claims of the file."""
    rows = [json.loads(line) for line in Path(__file__).with_name("reworded.jsonl").read_text("utf-8").splitlines()]
    known = {**mutate.articles(), **{row["id"]: Article(id=row["id"], text=row["body"]) for row in rows if "id" in row}}
    return tuple(_read(row, known[row["article"]]) for row in rows if "article" in row)


def _read(row: dict[str, str], article: Article) -> Reworded:
    at = article.text.index(row["quote"])
    number = next(one.number for one in sentences_of(article) if one.end > at)
    fields = {key: value for key, value in row.items() if key not in {"article", "quote"}}
    return Reworded(article, DraftClaim(sentence=number, quotes=(row["quote"],), **fields))


def doubts(article: Article, claim: DraftClaim) -> tuple[str, ...]:
    """The codes of a claim's checks, or "rejected"."""
    result = ground_claim(article, claim, claim_id="c1", origin="model")
    return ("rejected",) if isinstance(result, Rejected) else mutate.codes(result)


def changes(case: Reworded) -> Iterator[Change]:
    """Each change of one digit or number word, one name or one negation."""
    text = case.claim.text
    yield from (Change("digit", changed) for changed, _ in mutate.digits(text))
    for found in _NAME.finditer(text):
        yield from _names(case, found)
    for put in _AUXILIARY.finditer(text):
        yield Change("negation put in", f"{text[: put.end()]} not{text[put.end() :]}")
    for kind, pattern, other in _CHANGES:
        for found in re.finditer(pattern, text):
            yield Change(f"negation {kind}", text[: found.start()] + found.expand(other) + text[found.end() :])


def _names(case: Reworded, found: re.Match[str]) -> Iterator[Change]:
    text, name = case.claim.text, re.sub(r"['’]s?$", "", found.group())
    body = case.article.text
    if name not in _names_of(case.article):
        return
    start, end = found.start(), found.start() + len(name)
    words = name.split()

    def put(kind: str, other: str) -> Change:
        return Change(f"name {kind}", text[:start] + other + text[end:])

    last = words[-1]
    middle = len(last) // 2
    yield put("of no article", mutate.INVENTED[len(name) % len(mutate.INVENTED)])
    yield put(
        "with another letter",
        name[: -len(last)] + last[:middle] + ("t" if last[middle] == "k" else "k") + last[middle + 1 :],
    )
    yield from (put("with an ending", name + ending) for ending in ("ov", "bot", "son"))
    sentence = sentences_of(case.article)[case.claim.sentence - 1]
    held = body[sentence.start : sentence.end] + case.claim.quotes[0]
    for other in _names_of(case.article):
        if set(other.split()) & set(re.findall(r"\w+", text)):
            continue
        kind = "of its own sentence" if other.split()[-1] in held else "of its article"
        yield put(kind, other)
        if len(words) > 1 and " " in other:
            yield put("half another's", f"{other.split()[0]} {last}")
            yield put("half another's", f"{words[0]} {other.split()[-1]}")


@cache
def _names_of(article: Article) -> tuple[str, ...]:
    """The sources of an article that have a name, in full and in the claims' short forms."""
    names = dict.fromkeys(
        case.claim.source for case in reworded() if case.article.id == article.id and case.claim.source[0].isupper()
    )
    return tuple(name for name in names if name in article.text)


def measure() -> tuple[Counter[str], Counter[str], list[str]]:
    """How many claims of each kind there are, how many of them are doubted, and which right ones are."""
    total: Counter[str] = Counter()
    told: Counter[str] = Counter()
    alarms: list[str] = []
    for case in reworded():
        total["right"] += 1
        if found := doubts(case.article, case.claim):
            told["right"] += 1
            alarms.append(f"{case.article.id}: {found}: {case.claim.text}")
            continue
        for change in changes(case):
            total[change.kind] += 1
            wrong = case.claim.model_copy(update={"text": change.text})
            told[change.kind] += bool(doubts(case.article, wrong))
    return total, told, alarms


def main() -> None:
    """Print what is doubted, a line for each kind of change, and the right claims among it."""
    total, told, alarms = measure()
    lines = [f"{kind:28}{told[kind]:6} of {total[kind]:5}  {told[kind] / total[kind]:7.1%}" for kind in total]
    sys.stdout.write("\n".join([*lines, "", *alarms]) + "\n")


if __name__ == "__main__":
    main()
