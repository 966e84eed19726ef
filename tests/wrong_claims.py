"""Right claims about the articles of examples/, and ways to make each wrong by one number, one name or one negation."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.article import Article
from summarizer.draft import DraftClaim
from summarizer.ground import ground_claim
from summarizer.report import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent
_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen nineteen forty sixty".split()
_NAME = re.compile(r"(?<![\w-])[A-Z][a-zéè]{2,}(?![\w-])")
_INNER_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zéè]{3,}(?![\w-])")  # in mid-sentence, so surely a name
_AUXILIARY = re.compile(r"\b(was|were|is|are|had|has|have|will|would|could|can)\b(?! (?:not|no)\b)")
_NEGATION = re.compile(r" not(?= )|\bno (?=\w)|(?<=\b)(?:Nobody|nobody)(?= )|\bdenied\b|\bNo (?=\w)")


class RightClaim(NamedTuple):
    """A claim that the article of that file holds, in words of its own."""

    article: str
    quotes: tuple[str, ...]
    source: str
    stance: str
    text: str


class Mutation(NamedTuple):
    """A right claim with a text that is wrong in one place."""

    claim: RightClaim
    text: str
    kind: str


def right_claims() -> list[RightClaim]:
    lines = (ROOT / "data" / "right_claims.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return [RightClaim(**{**row, "quotes": tuple(row["quotes"])}) for row in rows]


@lru_cache(maxsize=16)
def example(name: str) -> Article:
    data = (ROOT.parent / "examples" / name).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    return Article(id=name, text=text)


def build(claim: RightClaim, text: str | None = None, source: str | None = None) -> Claim:
    """Ground the claim as a model's; the test fails when the article does not hold its quotes."""
    article = example(claim.article)
    sentence = next(
        (one.number for one in article.sentences if one.start <= article.text.find(claim.quotes[0]) < one.end), 1
    )
    draft = DraftClaim.model_validate(
        {
            "sentence": sentence,
            "quotes": claim.quotes,
            "source": claim.source if source is None else source,
            "kind": "person",
            "stance": claim.stance,
            "text": claim.text if text is None else text,
        }
    )
    built = ground_claim(article, draft, claim_id="c1", origin="model")
    assert isinstance(built, Claim), built
    return built


def mutations() -> Iterator[Mutation]:
    for number, claim in enumerate(right_claims()):
        yield from _numbers(claim)
        yield from _names(claim, number)
        yield from _negations(claim)


def _numbers(claim: RightClaim) -> Iterator[Mutation]:
    for digit in re.finditer(r"\d", claim.text):
        other = str((int(digit.group()) + 3) % 9 + 1)
        if other != digit.group():
            yield Mutation(claim, claim.text[: digit.start()] + other + claim.text[digit.end() :], "number")
    for word in re.finditer(rf"\b(?:{'|'.join(_WORDS)})\b", claim.text):
        other = _WORDS[(_WORDS.index(word.group()) + 1) % len(_WORDS)]
        yield Mutation(claim, claim.text[: word.start()] + other + claim.text[word.end() :], "number")


_INVENTED = ("Quillon", "Bertolt", "Vandermeer", "Ostrava", "Ilyana", "Pemberley")
_TITLES = frozenset("Minister Prime Foreign Professor Father Brother Commander Sheikh Imam Dame Inspector".split())
_OPENERS = frozenset("The Any Every No Not At It Air At Claims Prime Minister Analysts Rescuers Repairs According".split())


def _names(claim: RightClaim, number: int) -> Iterator[Mutation]:
    near = " ".join((*claim.quotes, claim.text, claim.source, _sentences(claim)))
    others = [
        name
        for name in dict.fromkeys(_INNER_NAME.findall(example(claim.article).text))
        if not re.search(rf"\b{name[:4]}", near) and name.lower() not in example(claim.article).text and name not in _TITLES
    ]
    for at, name in enumerate(_NAME.finditer(claim.text)):
        if name.group() in _OPENERS or _is_common(name.group(), claim):
            continue
        before, after = claim.text[: name.start()], claim.text[name.end() :]
        yield Mutation(claim, before + _INVENTED[(number + at) % len(_INVENTED)] + after, "invented name")
        if others:
            yield Mutation(claim, before + others[(number * 7 + at) % len(others)] + after, "swapped name")


def _is_common(word: str, claim: RightClaim) -> bool:
    return word.lower() in example(claim.article).text.split() or word in {"Engineers", "Schoolteacher", "Editor"}


def _sentences(claim: RightClaim) -> str:
    """The sentences around the evidence, so that a swapped name comes from elsewhere."""
    article = example(claim.article)
    at = article.text.find(claim.quotes[0])
    held = next((index for index, one in enumerate(article.sentences) if one.start <= at < one.end), 0)
    around = article.sentences[max(0, held - 1) : held + 2]
    return " ".join(article.text[one.start : one.end] for one in around)


def _negations(claim: RightClaim) -> Iterator[Mutation]:
    if negation := _NEGATION.search(claim.text):
        word = negation.group().strip()
        other = {"nobody": "everybody", "Nobody": "Everybody", "denied": "confirmed", "not": "", "no": "the", "No": "The"}
        gap = " " if negation.group().endswith(" ") else ""
        kept = (" " if negation.group().startswith(" ") and other[word] else "") + other[word] + gap
        yield Mutation(claim, claim.text[: negation.start()] + kept + claim.text[negation.end() :], "negation dropped")
        return
    if auxiliary := _AUXILIARY.search(claim.text):
        at = auxiliary.end()
        yield Mutation(claim, claim.text[:at] + " not" + claim.text[at:], "negation added")
