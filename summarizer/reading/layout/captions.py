"""Recognises captions and credits of pictures by their own words; the wordings are in english/captions.toml."""

from __future__ import annotations

import re

from summarizer.text.words import rare_wordings, read_words, wordings, words_pattern

SPEECH = words_pattern("words.speech.in_body", ignore_case=True)

_LONGEST_CAPTION = 500  # characters
_LONGEST_CREDIT = 120
_LONGEST_BRACKET = 100

_FILE_NAME = wordings("captions.file_name", re.IGNORECASE)
_ENDING_CREDIT = wordings("captions.ending_credit", re.IGNORECASE)
_BRACKETED_CREDIT = wordings("captions.bracketed_credit")
_LEADING_LABEL = wordings("captions.leading_label")
_SPEAKS_OF_PICTURE = rare_wordings("captions.speaks_of_picture")
_ONLY_CREDIT = wordings("captions.only_credit", re.IGNORECASE)
_NEAR_CREDIT: list[str] = read_words("captions")["ending_credit"]["near"]


def is_caption(text: str) -> bool:
    """Whether a paragraph says of itself that it is a picture's caption."""
    if _FILE_NAME.match(text):
        return True
    if len(text) > _LONGEST_CAPTION or _ends_report(text):
        return False
    if _ends_in_credit(text) or _ends_in_bracketed_credit(text):
        return True
    return _speaks_of_picture(text.lower()) and SPEECH.search(text) is None


def is_credit(text: str) -> bool:
    """Whether a line is nothing but a picture's credit."""
    if len(text) > (120 if "/" in text else 60):
        return False
    return _ONLY_CREDIT.fullmatch(text) is not None


def may_be_caption(text: str) -> bool:
    """Whether a line that stands directly above a credit can be its caption."""
    return len(text) <= _LONGEST_CAPTION and SPEECH.search(text) is None


def _ends_report(text: str) -> bool:
    """Whether a credit in brackets stands behind whole sentences in which somebody says something."""
    opening = text.rfind("(", max(0, len(text) - _LONGEST_BRACKET)) if text.endswith((")", ").")) else -1
    before = text[: max(0, opening)].rstrip()
    return before.endswith((".", ".”", '."', "?", "!")) and SPEECH.search(before) is not None


def _ends_in_credit(text: str) -> bool:
    ending = text[-_LONGEST_CREDIT:]
    return any(map(ending.lower().__contains__, _NEAR_CREDIT)) and _ENDING_CREDIT.search(ending) is not None


def _ends_in_bracketed_credit(text: str) -> bool:
    match = _BRACKETED_CREDIT.search(text, max(0, len(text) - _LONGEST_BRACKET))
    if match is None:
        return False
    before = text[: match.start()].rstrip()
    # "…will meet on Monday. (Reuters)" is a report's last sentence with the agency that it comes from.
    if before.endswith((".", "”", '"')):
        return "/" in match[0] or "hoto" in match[0] or "mages" in match[0]
    return not (SPEECH.search(before) and len(text) > 200)


def _speaks_of_picture(low: str) -> bool:
    return _LEADING_LABEL.match(low) is not None or _SPEAKS_OF_PICTURE.search(low) is not None
