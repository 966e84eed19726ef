"""Estimates how many tokens a text takes, without the tokenizer of any model."""

from __future__ import annotations

import re
from functools import lru_cache

# On the safe side of Qwen 2.5's tokenizer (its counts are in tests/text/test_tokens.py): letters of English run at
# 4.5 a token, names and French at 3; a digit or a mark is a token of its own; other alphabets run at 2.5, wide scripts
# at 1.
_LETTERS_PER_TOKEN = 3.0
_MARK = re.compile(r"[!-@\[-`{-~]")
_WIDE = re.compile(
    "[\u0900-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00010000-\U0003ffff]"
)
_OTHER_PER_TOKEN = 1.6
WIDE_TOKENS = 1.4  # for a character of the widest script


@lru_cache(maxsize=8)  # a request is measured when it is planned and when it is sent
def estimate_tokens(text: str) -> int:
    """How many tokens a text takes at most, for any usual tokenizer; never too few by more than a few percent."""
    marks = len(_MARK.findall(text))
    ascii_count = len(text.encode("ascii", "ignore"))
    wide = len(_WIDE.findall(text)) if ascii_count < len(text) else 0
    other = len(text) - ascii_count - wide
    plain = (ascii_count - marks) / _LETTERS_PER_TOKEN
    return int(plain + marks + wide * WIDE_TOKENS + other / _OTHER_PER_TOKEN) + 1
