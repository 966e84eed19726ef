"""Notices from a service's own count of a prompt that it dropped a part of it in silence, as Ollama does at num_ctx.

A count alone proves nothing: some services leave out what they had cached, others report any number. A cut prompt is
counted at just the size of a context, though, which is a round number, while its characters would take many more
tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.contract.request import Completion, Request

_SMALLEST_CONTEXT = 2_000  # tokens; servers that cut in silence have at least that many
_MOST_CHARACTERS = 5.2  # a token, in prompts of ours; English runs at 4.2 to 4.8, other scripts at fewer
_FEWEST_COUNTED = 300  # tokens of a prompt whose characters per token are worth remembering
_SPREAD = 1.12  # by which one article's characters per token may exceed another's
_ROUND = 128
_SLACK = 3  # tokens below a round number


class PromptCounts:
    """The counts of one endpoint so far: how many characters it counts as a token at most, and where counts end."""

    def __init__(self) -> None:
        self._most_characters: float | None = None
        self._ends: dict[int, int] = {}

    def limit(self, sent: Request, completion: Completion) -> int | None:
        """How many tokens the prompt was cut to; None when nothing says that it was."""
        count = completion.prompt_tokens
        characters = sum(len(message.content) for message in sent.messages)
        if count < _FEWEST_COUNTED:
            return None
        per_token = characters / count
        if count >= _SMALLEST_CONTEXT and _is_round(count) and per_token > self._usual:
            return count
        longest = self._ends.setdefault(count, characters)
        if count >= _SMALLEST_CONTEXT and per_token > self._usual and abs(longest - characters) > 0.1 * characters:
            return count  # two prompts of different lengths, and one count
        if per_token <= _MOST_CHARACTERS:
            self._most_characters = max(self._most_characters or 0.0, per_token)
        return None

    @property
    def _usual(self) -> float:
        known = self._most_characters
        return _MOST_CHARACTERS if known is None else min(_MOST_CHARACTERS, known * _SPREAD)


def _is_round(count: int) -> bool:
    return count % 500 == 0 or (count + _SLACK) % _ROUND <= _SLACK
