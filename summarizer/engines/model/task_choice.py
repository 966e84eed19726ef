"""Chooses between the two tasks that end in a report: claims for most models, speakers for small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.endpoint.profile import size_in_name
from summarizer.engines.model.claims import ClaimsTask

if TYPE_CHECKING:
    from summarizer.contract.answer import Answer
    from summarizer.engines.model.task import LlmOptions, Task

_SMALL_MODEL = 4_000_000_000  # parameters: below it a model is asked for speakers, see speakers.py


def draft_task(model: str, options: LlmOptions) -> Task[Any, Answer]:
    """The task by which a model is asked for a draft: as the options say, or by the size that its name says."""
    is_small = (size_in_name(model) or _SMALL_MODEL) < _SMALL_MODEL
    if options.asks == "claims" or (options.asks == "auto" and not is_small):
        return ClaimsTask(options)
    from summarizer.engines.model.speakers import SpeakersTask  # noqa: PLC0415  the rules; other models need none

    return SpeakersTask(options)
