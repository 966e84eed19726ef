"""A failed article as a value."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.contract.article import Article
from summarizer.contract.errors import EmptyArticleError, RateLimitError, UnreachableError
from summarizer.contract.failure import Failure


def test_a_failure_says_what_happened_where_and_what_to_do() -> None:
    article = Article(id="dyke", text="The dyke held.", path="news/dyke.txt")
    error = UnreachableError("no connection", where="127.0.0.1:1", hint="start the service")
    assert Failure.of(error, article, attempts=3) == Failure(
        id="dyke",
        path="news/dyke.txt",
        error="UnreachableError",
        message="no connection",
        hint="start the service",
        attempts=3,
        retryable=True,
    )


def test_a_failure_without_an_article_takes_its_place_from_the_error() -> None:
    failed = Failure.of(EmptyArticleError("nothing to read", where="news/empty.txt"))
    assert (failed.id, failed.path) == ("", "news/empty.txt")


@pytest.mark.parametrize(
    ("error", "may_succeed_later"), [(RateLimitError("slow down"), True), (EmptyArticleError("nothing to read"), False)]
)
def test_a_failure_is_retryable_when_its_error_is(
    error: RateLimitError | EmptyArticleError, may_succeed_later: bool
) -> None:
    assert Failure.of(error).retryable is may_succeed_later


def test_a_failure_written_as_json_reads_back_equal() -> None:
    failed = Failure.of(RateLimitError("slow down"), attempts=2)
    assert Failure.model_validate_json(failed.model_dump_json()) == failed
    with pytest.raises(ValidationError):
        Failure.model_validate({**failed.model_dump(), "reason": "unknown"})
