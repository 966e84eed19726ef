"""The dateline that opens a report: place, date and agency, which nobody says and no summary repeats."""

from __future__ import annotations

import re

from summarizer.text.words import word_set

_PLACE = (  # "NEW LUND", "LA LUND"
    r"(?:[A-ZÀ-Þ]{2} (?=[A-ZÀ-Þ]{3}))?[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
)
_REGION = r"(?:, [A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}){0,2}"  # ", Ostmark"
# "May 3, 2031"; "3 mai 2031"
_DATE = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Za-zäéû]{3,10}\.?(?: \d{4})?))?"
# "(AP)", "(dpa)", "/Kell Wire/"
_AGENCY = (
    r"(?: ?\((?:(?:The )?[A-Z][\w -]{1,30}|(?:dpa|epd|kna|sid|apa|sda|efe|afp)(?:[/-]\w+)*)\)| ?/[A-Z][\w -]{2,30}/)"
)
_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"  # "Nov 12", with an agency
_DASH = r"\.?(?:[ \u00a0]?(?:[—–―]|--?)\s+|[ \u00a0][—–―]|--)(?=[A-ZÀ-Þ0-9“\"‘'«])"
# With its year a date makes a dateline of a town in small letters: "Lund, Ostmark – May 7, 2031 – Moll Foods"
_YEAR = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8} \d{4})"
_TOWN = r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2}"  # "Lund", with an agency
_START = r"(?=[A-ZÀ-Þ“\"‘'«])"
_WIRE = rf"\((?:{'|'.join(sorted(map(re.escape, word_set('sources.relays.wires'))))})\)"
# Without a dash: "(CNN)Eleven", "(CNN) Eleven" where an agency is known, "Lund (AP) Eleven".
_BARE_AGENCY = rf"(?:{_TOWN} ?)?(?:\([A-Z]{{2,6}}(?: [A-Z]\w+){{0,2}}\)|{_WIRE}\s){_START}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_REGION}{_DATE}(?:{_DASH}{_DAY}|--(?=\())?(?:{_AGENCY})?|(?:{_TOWN}{_REGION}{_DATE}|{_DAY})?{_AGENCY}"
    rf"|{_TOWN}{_REGION}(?:, |{_DASH}){_YEAR}|{_YEAR}{_DASH}{_TOWN}{_REGION}){_DASH}|{_BARE_AGENCY}"
)
_MARK = re.compile(r"[—–―(]|-[\s-]")  # no dateline is without one, and few sentences begin with one
_LONGEST = 90  # code points


def past_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence from `start` to `end`, in code points, begins behind its dateline; `start` where it has none."""
    last = min(end, start + _LONGEST)
    match = _DATELINE.match(text, start, last) if _MARK.search(text, start, last) is not None else None
    return match.end() if match is not None else start
