"""Makes an article safe to show a model as data: nothing in it can close the fence, number a line or hide.

Only what is sent changes, never `article.text`. What is changed is white space and what nobody sees, so that a
model's quote still folds to the article's own words (see fold.py).
"""

from __future__ import annotations

import hashlib
import re

# Bidirectional controls, zero-width and tag characters, soft hyphens, variation selectors of the tag plane, controls.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
# Joiners shape Arabic and Indic letters and hold emoji together; between anything else they only hide.
_JOINER = re.compile("(?<![^\x00-\x7f\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f\u2000-\u206f])")
# Tokens that chat templates give a meaning: a server that reads them in the article would see a new speaker.
_CHAT_TOKEN = re.compile(
    r"<(?=[|｜]|/?(?:s|start_of_turn|end_of_turn|bos|eos|system|user|assistant|think|tool_call|article)\b)"
    r"|(?<=[|｜])(?=>)|\[(?=/?(?:INST|SYS|AVAILABLE_TOOLS|TOOL_CALLS)\b)|(?<=[\[{])(?=%)|<(?=</?SYS>)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[<>\[{]")
_NUMBER_MARK = re.compile(r"\[(?=\d+\s*\])")
_ROLE_MARK = re.compile(r"(?i)^(system|user|assistant|human|developer)\s*:")


def neutralise(text: str) -> str:
    """One line of an article as it is sent: no line breaks, nothing hidden, nothing that looks like our own marks."""
    if not (text.isascii() and text.isprintable()):
        text = _JOINER.sub("", _HIDDEN.sub("", text))
    text = " ".join(text.split())
    if _OPENING.search(text):  # every sentence of every article comes here, and hardly one has any of these
        text = _CHAT_TOKEN.sub(lambda match: f"{match.group()} ", text)
        text = _NUMBER_MARK.sub("[ ", text)
    return _ROLE_MARK.sub(r"\1 :", text)


def fence_mark(text: str) -> str:
    """A mark of ten characters for the fence around a text, the same each time, that the text does not hold."""
    seed = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    mark = seed[:10]
    folded = text.casefold()
    while mark in folded:
        seed = hashlib.sha256(seed.encode()).hexdigest()
        mark = seed[:10]
    return mark
