"""The Python interface to custom schemas: `extract` from one article, or many with an `Extractor`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.contract.errors import CallError
from summarizer.contract.extraction import Extraction, ExtractionAnswer
from summarizer.engines.model.custom_schema import CustomSchema, read_prompt
from summarizer.running.runner import Runner
from summarizer.running.settings import with_options_listed

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from summarizer.contract.article import Article
    from summarizer.running.options import Options
    from summarizer.running.settings import Settings
    from summarizer.running.work import Work

M = TypeVar("M", bound=BaseModel)


@with_options_listed
class Extractor(Runner[Extraction[M]], Generic[M]):
    """Fills in a pydantic model from articles: as a `Summarizer`, with an `Extraction[Model]` for each report.

    `prompt` says in plain words what is wanted; a path is read. Use it as a context manager, plain or async. Raises
    CallError when the model has no evidence, or when no language model is configured.
    """

    _has_work_for_others = False  # its answers are read at once, without the rules

    def __init__(
        self,
        model_class: type[M],
        prompt: str | Path = "",
        settings: Settings | None = None,
        /,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(settings, **options)
        self.schema = CustomSchema(model_class, read_prompt(prompt))
        if self.choice.engine == "extractive":
            msg = f"a custom schema needs a language model ({self.choice.reason})"
            raise CallError(msg, hint="name one by --model, SUMMARIZER_MODEL or OPENAI_API_KEY")

    def _open_work(self) -> Work[Any, Extraction[M]]:
        from summarizer.engines.model.extraction import build_extraction, extraction_task  # noqa: PLC0415  the model's engine
        from summarizer.running.model_work import ModelWork  # noqa: PLC0415  asyncio; making an Extractor needs neither

        build = partial(build_extraction, self.schema)
        make_task = extraction_task(self.schema)
        return ModelWork(self.settings, self.tally, build, ExtractionAnswer, make_task=make_task)


@with_options_listed
def extract(
    article: str | Path | Article, model_class: type[M], prompt: str | Path = "", **options: Unpack[Options]
) -> Extraction[M]:
    """Fill in a pydantic model from one article: a text, an address, a path to a file, or an Article.

    The options are those of `Summarizer`. Raises SummarizerError: CallError when the model has no evidence or no
    language model is configured, InvalidAnswerError when a part that it requires cannot be proved.
    """
    with Extractor(model_class, prompt, **options) as extractor:
        return extractor.summarize(article)


@with_options_listed
async def aextract(
    article: str | Path | Article, model_class: type[M], prompt: str | Path = "", **options: Unpack[Options]
) -> Extraction[M]:
    """`extract` for async code."""
    async with Extractor(model_class, prompt, **options) as extractor:
        return await extractor.asummarize(article)
