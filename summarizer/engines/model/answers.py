"""Reads what a model answered into draft claims, keeping what is good of it.

A model forgets a bracket, writes a list where a text is wanted, repeats itself until it is cut off, or invents a
stance. Whatever can be understood without guessing is taken; the rest is listed with the reason.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from summarizer.contract.draft import DraftClaim, DraftKeyPoint, DraftLine, SourceKind, Stance
from summarizer.contract.errors import EmptyAnswerError, RefusalError, TruncatedAnswerError
from summarizer.contract.report import Rejected
from summarizer.text.folding import fold_quote
from summarizer.text.well_formed import well_formed_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarizer.contract.request import Completion

_LONGEST = 4_000  # characters of one text in an answer; what is longer is no sentence, and takes long to compare
_MOST_POINTS = 50
_MOST_VALUES = 1_000  # of a list of claims; the rest is not looked at
MAX_CLAIMS = 400  # no news article holds more; a model that loops does
_MAX_SHOWN = 300
_STANCES = frozenset(get_args(Stance))
_KINDS = frozenset(get_args(SourceKind))
_FIRST_NUMBER = re.compile(r"(?<!\d)[0-9]{1,6}(?![0-9])")
_BETWEEN = re.compile(r"[ ,\n\r\t]*")
_DECODER = json.JSONDecoder()
_LONGEST_REASON = 300


def check_content(completion: Completion) -> None:
    """Raise RefusalError, TruncatedAnswerError or EmptyAnswerError for an answer in which there is nothing to read."""
    if completion.refusal or completion.finish_reason == "content_filter":
        msg = f"the model declined: {completion.refusal or 'content filter'}"[:_LONGEST_REASON]
        raise RefusalError(msg)
    if completion.text.strip():
        return
    if completion.finish_reason == "length":
        msg = "the answer was cut off before its first word"
        raise TruncatedAnswerError(msg)
    msg = "the answer has no content"
    raise EmptyAnswerError(msg)


@dataclass(slots=True)
class Parsed:
    """What was understood of an answer, in its order, and what was refused.

    `numbers` are those under which the model gave the claims, counted from 1 (empty: in order, none left out), and
    `unread` holds by its number each that could not be read. The key points cite places in `claims`. `is_cut` says that
    the answer's end is lost, `is_answer` is False when it was not of the wanted shape at all.
    """

    claims: list[DraftClaim] = field(default_factory=list)
    refused: list[Rejected] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    unread: dict[int, Any] = field(default_factory=dict)
    headline: str = ""
    abstract: str = ""
    key_points: list[DraftKeyPoint] = field(default_factory=list)
    lines: list[DraftLine] = field(default_factory=list)
    is_cut: bool = False
    is_answer: bool = True

    def number_of(self, place: int) -> int:
        """The number under which the model gave the claim at a place, counted from 0."""
        return self.numbers[place] if self.numbers else place + 1


def parse_answer(text: str, json_text: str | None, *, has_claims: bool = True) -> Parsed | None:
    """Understand an answer; None when there is nothing of the wanted shape in it.

    What lacks the list of claims that it should have is no whole answer.
    """
    value = _load(json_text) if json_text is not None else None
    if value is None:
        return _salvage(text)
    headline, abstract = _lines(value.get("headline")), _lines(value.get("abstract"))
    parsed = Parsed(headline=_joined(headline), abstract=_joined(abstract), lines=[*headline, *abstract])
    claims = value.get("claims")
    places: dict[int, int] | None = None
    if isinstance(claims, list):
        places = _take_claims(parsed, iter(claims), _sources(value.get("sources")))
    points = value.get("key_points")
    shown = points[:_MOST_POINTS] if isinstance(points, list) else []
    parsed.key_points = list(_key_points(shown, places))
    # lines of a summary put right are no whole answer
    parsed.is_answer = isinstance(claims, list) or (not has_claims and bool(parsed.headline))
    return parsed if parsed.is_answer or parsed.lines or parsed.key_points else None


def _load(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text)
        value = well_formed_value(value)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _salvage(text: str) -> Parsed | None:
    """The whole claims of an answer that is cut off or broken in its middle."""
    opening = text.find("[", text.find('"claims"') + 1) if '"claims"' in text else text.find("[")
    if opening < 0:
        return None
    parsed = Parsed(is_cut=True)
    objects = list(islice(_objects(text, opening + 1), _MOST_VALUES))
    _take_claims(parsed, iter([value for value, _ in objects]), _sources_before(text, opening))
    rest = text[objects[-1][1] if objects else opening :].strip(" ,\n\t[]}")
    if rest:
        reason = "the answer was cut off or broken in this claim"
        parsed.refused.append(Rejected(text="", source="", quote=rest[:_MAX_SHOWN], reason=reason))
    return parsed if parsed.claims else None


def _sources_before(text: str, end: int) -> dict[str, dict[str, Any]]:
    """The sources that a cut answer described before its claims."""
    at = text.find("[", text.find('"sources"')) if '"sources"' in text[:end] else -1
    return _sources([value for value, _ in _objects(text, at + 1)]) if 0 <= at < end else {}


def _objects(text: str, at: int) -> Iterator[tuple[Any, int]]:
    while len(text) > at:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if text[at : at + 1] != "{":
            return
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield well_formed_value(value), at


def _lines(value: object) -> list[DraftLine]:
    """The lines of a part of the summary: one text, or several with the sentences that each rests on."""
    found = []
    for one in value[:_MOST_POINTS] if isinstance(value, list) else [value]:
        text = _line(one.get("text")) if isinstance(one, dict) else _line(one)
        named = one.get("sentences") if isinstance(one, dict) else None
        numbers = [_integer(number) for number in named] if isinstance(named, list) else []
        if text:
            found.append(DraftLine(text=text, sentences=tuple(number for number in numbers if number)))
    return found


def _joined(lines: list[DraftLine]) -> str:
    return " ".join(line.text for line in lines)


def _sources(value: object) -> dict[str, dict[str, Any]]:
    """What an answer says of its sources once, by their names in lower case and by their positions."""
    found: dict[str, dict[str, Any]] = {}
    for number, one in enumerate(value[:_MOST_VALUES] if isinstance(value, list) else [], start=1):
        if isinstance(one, dict) and (name := _text(one.get("name"))):
            found.setdefault(name.casefold(), one)
            found[f"{number}"] = one
    return found


def _take_claims(
    parsed: Parsed, values: Iterator[Any], sources: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[int, int]:
    """Take the claims of an answer, each once; where each of the model's numbers stands among them, from 1."""
    seen: dict[tuple[object, ...], int] = {}
    places: dict[int, int] = {}
    for number, value in enumerate(values, start=1):
        if number > _MOST_VALUES:
            _refuse_rest(parsed, 1 + sum(1 for _ in values), f"{_MOST_VALUES:,} items")
            break
        claim = _claim(value, sources or {})
        if isinstance(claim, Rejected):
            parsed.refused.append(claim)
            parsed.unread[number] = value
            continue
        key = (claim.sentence, claim.source.casefold(), *(fold_quote(quote) for quote in claim.quotes))
        if key not in seen:
            if len(parsed.claims) == MAX_CLAIMS:
                _refuse_rest(parsed, 1 + sum(1 for _ in values), f"{MAX_CLAIMS} claims")
                break
            parsed.claims.append(claim)
            parsed.numbers.append(number)
            seen[key] = len(parsed.claims)
        places[number] = seen[key]
    return places


def _refuse_rest(parsed: Parsed, count: int, before: str) -> None:
    reason = f"the answer went on after {before}: {count:,} more {'was' if count == 1 else 'were'} not read"
    parsed.refused.append(Rejected(text="", source="", quote="", reason=reason))


def _claim(value: object, sources: Mapping[str, Mapping[str, Any]]) -> DraftClaim | Rejected:
    if not isinstance(value, dict):
        return Rejected(text="", source="", quote=str(value)[:_MAX_SHOWN], reason="the claim is no JSON object")
    told = _mended(value, sources)
    texts = [told["source"], told["mention"], told["role"], told["text"], *told["quotes"], *told["via"]]
    if any(len(text) > _LONGEST for text in texts):
        reason = f"a part of the claim has more than {_LONGEST:,} characters, which no sentence has"
        return Rejected(text=told["text"][:_MAX_SHOWN], source=told["source"][:_MAX_SHOWN], quote="", reason=reason)
    try:
        return DraftClaim.model_validate(told)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        quote = " … ".join(told["quotes"])[:_MAX_SHOWN]
        reason = f"the claim is not of the schema: {place}: {first['msg']}"
        return Rejected(text=told["text"][:_MAX_SHOWN], source=told["source"], quote=quote, reason=reason)


def _mended(value: dict[str, Any], sources: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The claim's known fields, each in its own type where the answer leaves no doubt."""
    source = _text(value.get("source"))
    described = sources.get(source.casefold(), {})
    source = _text(described.get("name")) or source
    stance = _text(value.get("stance", "asserts")).casefold()
    kind = _text(value.get("kind") or described.get("kind")).casefold().replace(" ", "_")
    sentence = _integer(value.get("sentence"))
    mark = f"[{sentence}]"  # as the prompt numbers sentences; some models copy it
    quotes = [_text(quote.removeprefix(mark)) for quote in _texts(value.get("quotes", value.get("quote")))]
    return {
        "sentence": sentence,
        "quotes": [quote for quote in quotes if quote],
        "source": source,
        "mention": _text(value.get("mention")),
        "kind": kind if kind in _KINDS else ("outlet" if not source else "organization"),
        "role": _text(value.get("role") or described.get("role")),
        "via": [name for name in _texts(value.get("via")) if name],
        "stance": stance if stance in _STANCES else "other",
        "text": _text(_text(value.get("text")).removeprefix(mark)),
    }


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _line(value: object) -> str:
    """A text of a summary; one that is too long is as if it were not there."""
    text = _text(value)
    return text if len(text) <= _LONGEST else ""


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [_text(one) for one in value]
    return [_text(value)] if value else []


def _integer(value: object) -> int:
    """A sentence's or claim's number, also where it is put in words ("Sentence 4", "4-5", [4]); 0 for none."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool) or (isinstance(value, int | float) and value < 0):
        return 0
    found = _FIRST_NUMBER.search(_text(value))
    return int(found.group()) if found else 0


def _key_points(values: list[Any], places: dict[int, int] | None) -> Iterator[DraftKeyPoint]:
    """The key points; what they cite is given by its place among the claims, where the answer has claims."""
    for value in values:
        text = _line(value.get("text")) if isinstance(value, dict) else _line(value)
        cited = value.get("claims") if isinstance(value, dict) else None
        numbers = [_integer(one) for one in cited] if isinstance(cited, list) else []
        if places is not None:
            numbers = list(dict.fromkeys(places[number] for number in numbers if number in places))
        if text:
            yield DraftKeyPoint(text=text, claims=tuple(numbers))
