"""The Python interface to a schema of one's own: `extract` from one article, or many with an `Extractor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from summarizer.contract.errors import CallError, InvalidAnswerError
from summarizer.engines.model.custom_schema import OwnSchema, read_prompt
from summarizer.engines.model.extraction import OwnAnswer, build_extraction
from summarizer.running.api import Summarizer
from summarizer.running.pipeline import Pipeline, usage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Unpack

    from summarizer.contract.article import Article
    from summarizer.contract.extraction import Extraction
    from summarizer.contract.tally import CallTally, RunTally
    from summarizer.running.api import Options
    from summarizer.running.pipeline import Source
    from summarizer.running.settings import EngineChoice, Settings

M = TypeVar("M", bound=BaseModel)


class Extractor(Summarizer):
    """A `Summarizer` whose results are `Extraction[Model]` where the other's are reports.

    `prompt` says in plain words what is wanted; a path is read. Use it as a context manager, plain or async. Raises
    CallError when the model has no evidence, or when no language model is configured.
    """

    def __init__(
        self,
        model_class: type[BaseModel],
        prompt: str | Path = "",
        settings: Settings | None = None,
        /,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(settings, **options)
        self.schema = OwnSchema(model_class, read_prompt(prompt))
        if self.choice.engine == "extractive":
            msg = f"a schema of your own needs a language model ({self.choice.reason})"
            raise CallError(msg, hint="name one by --model, SUMMARIZER_MODEL or OPENAI_API_KEY")

    def run(self, sources: Iterable[Source], *, max_failures: int | None = None) -> Iterator[Any]:
        """Take from many articles what is wanted: yields each one's Extraction or Failure, in input order."""
        return super().run(sources, max_failures=max_failures)

    def _open(self) -> Pipeline:
        with self._making:
            if self._pipeline is None:
                self._pipeline = _ExtractionPipeline(self.settings, self.choice, self.tally, self.schema)
            return self._pipeline


class _ExtractionPipeline(Pipeline):
    """One article's path to an extraction: what is asked and what is built differ, all around it is the same."""

    def __init__(self, settings: Settings, choice: EngineChoice, tally: RunTally, schema: OwnSchema[BaseModel]) -> None:
        super().__init__(settings, choice, tally)
        self._schema = schema
        self._asked_by = self._model_calls()
        self._engine = self._asked_by.extraction_engine(schema)
        self._identity = self._engine.identity()

    def report_now(self, article: Article) -> Any:
        """The extraction of an article whose answer is in the cache; None when it is not."""
        if self._cache is None:
            return None
        text = self._cache.get_text(self._keys(article)[0].answer)
        if text is None:
            return None
        try:
            answer = OwnAnswer.model_validate_json(text)
        except ValidationError:
            return None  # of another version: asked for again
        try:
            extraction = build_extraction(self._schema, article, answer)
        except InvalidAnswerError:
            return None  # the user's model has become stricter
        self._tally.cached += 1
        return extraction

    async def _ask(self, article: Article, call: CallTally) -> Any:
        calls = self._calls_here()
        if calls is not self._asked_by:  # of another event loop
            self._asked_by, self._engine = calls, calls.extraction_engine(self._schema)
        answer = await self._engine.answer(article)
        told = answer.provenance.model_copy(update={"attempts": call.attempts, "usage": usage_of(call)})
        answer = answer.model_copy(update={"provenance": told})
        extraction = build_extraction(self._schema, article, answer)
        if self._cache is not None:
            self._cache.put_text(self._keys(article)[0].answer, answer.model_dump_json(by_alias=True))
        return extraction


def extract(
    source: str | Path | Article, model_class: type[M], prompt: str | Path = "", **options: Unpack[Options]
) -> Extraction[M]:
    """Fill in a pydantic model from one article: a text, a path to a file, or an Article.

    The options are those of `Summarizer`. Raises SummarizerError: CallError when the model has no evidence or no
    language model is configured, InvalidAnswerError when a part that it requires cannot be proved.
    """
    with Extractor(model_class, prompt, **options) as extractor:
        return cast("Extraction[M]", extractor.summarize(source))


async def aextract(
    source: str | Path | Article, model_class: type[M], prompt: str | Path = "", **options: Unpack[Options]
) -> Extraction[M]:
    """`extract` for async code."""
    async with Extractor(model_class, prompt, **options) as extractor:
        return cast("Extraction[M]", await extractor.asummarize(source))
