"""Finds how long help took to come: "arrived within seven minutes", "waited for an ambulance for half an hour"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.words import either, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Qualifier

HELP_CAME, POLICE_CAME = "help_came", "police_came"
_SMALL = {word: number for number, word in enumerate(word_list("numbers.cardinals.small"))}
_NUMBERS = _SMALL | {"half an": 0.5, "a quarter of an": 0.25, "three quarters of an": 0.75, "a": 1, "an": 1}
_NUMBERS |= {word: 10 * number for number, word in enumerate(word_list("numbers.cardinals.tens"), 2)}
_WAYS: dict[str, Qualifier] = {
    **dict.fromkeys(("about", "around", "nearly", "almost", "roughly", "some"), "about"),
    **dict.fromkeys(("more than", "over", "at least"), "at_least"),
    **dict.fromkeys(("less than", "under", "within", "no more than"), "at_most"),
}
_LENGTH = (
    rf"(?:within\s|in\s|for\s|just\s|only\s)*(?:(?P<how>{'|'.join(_WAYS).replace(' ', chr(92) + 's')})\s)?"
    rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=lambda word: -len(word))).replace(' ', chr(92) + 's')})"
    r"\s(?P<unit>minute|hour)s?\b"
)
_HELPERS = either(*(f"comparison.helpers.{kind}" for kind in ("police", "ambulance", "helicopter", "crews")))
_WHO = rf"(?:{_HELPERS}|rescue\sservice|fire\sbrigade|emergency\sservices|anyone|anybody|somebody|someone)(?!\sroom)"
_CAME = (
    r"(?:arrived?|came|come|reached\s[\w\s]{2,30}?|got\s(?:there|here)"
    r"|(?:was|were|been)\s(?:there|(?:on|at)\sthe\sscene|in\sthe\s\w+))"
)
_DELAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WHO}\b[^.;]{{0,60}}?\b{_CAME}\s(?:[\w\s:.,]{{1,30}}?\s)?{_LENGTH}(?!\s(?:earlier|before|ago))",
        rf"\bwait(?:ed|ing)?\b(?:\sfor\s(?:an?\s|the\s)?{_WHO})\s(?:for\s)?{_LENGTH}",
        rf"\bwait(?:ed|ing)?\s(?:for\s)?{_LENGTH}[^.;]{{0,40}}?\b(?:for|before|until)\s(?:an?\s|the\s|any\s)?(?:first\s)?{_WHO}\b",
        rf"\b(?:nobody|no\sone|no\shelp|no\s{_WHO})\s(?:had\s)?{_CAME}\s(?:[\w\s]{{1,20}}?\s)?(?:for\s){_LENGTH}",
        rf"\btook\s(?:the\s)?(?P<whose>{_WHO}|them)\s{_LENGTH}(?!\sto\s(?!arrive|come|get|reach))",
    )
)
_POLICE = re.compile(rf"\b(?:{either('comparison.helpers.police')})\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin\s(?:\w+\s)?\Z", re.IGNORECASE)
_HELP = re.compile(rf"\b(?:{_HELPERS})\b", re.IGNORECASE)


class Delay(NamedTuple):
    """How long help took, at code points `start` to `end` of a text, in minutes."""

    start: int
    end: int
    minutes: float
    qualifier: Qualifier
    event: str


def find_delays(text: str, lead: str) -> Iterator[Delay]:
    """How long help took to come by a text; "it took them an hour" is of the help that `lead` tells of before it."""
    if "minute" not in text and "hour" not in text:
        return
    for pattern in _DELAYS:
        found = pattern.search(text)
        if found is None:
            continue
        told = f"{lead} {text}" if "them" in found[0].lower().split() else text
        if _HELP.search(told) is None and "help" not in told and pattern is _DELAYS[-1]:
            continue
        number = " ".join(found["number"].lower().split())
        value = float(number) if number.isdecimal() else float(_NUMBERS[number])
        minutes = value * (60 if found["unit"].lower() == "hour" else 1)
        how = " ".join((found["how"] or "").lower().split())
        is_within = _WITHIN.search(text, 0, found.start("number")) is not None
        yield Delay(
            found.start("number"),
            found.end("unit"),
            minutes,
            "at_most" if is_within else _WAYS.get(how, "exactly"),
            POLICE_CAME if _POLICE.search(told) else HELP_CAME,
        )
        return
