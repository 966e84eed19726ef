"""What one kind of work keeps: answers and results of its own article, checked when they are read."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft
from summarizer.contract.report import Report
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.ground import ground
from summarizer.running.cache import ResultCache
from summarizer.running.cache_keys import report_key, request_key
from summarizer.running.work_cache import WorkCache

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = Article(id="a", title="Ferry delayed", text="Ferry delayed\n\nThe ferry is late, Mara Quill said on Monday.")
IDENTITY = {"model": "m", "base_url_host": "h", "parameters": {"temperature": 0.0}}
KEY = request_key(IDENTITY, ARTICLE)
ANSWER = Answer(draft=Draft(claims=(), headline="late", abstract="It is late.", key_points=()), engine="llm", model="m")
ANSWER_TEXT = ANSWER.model_dump_json(by_alias=True)
REPORT = ground(ARTICLE, answer_by_rules(ARTICLE), origin="rules")


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ResultCache]:
    with closing(ResultCache(tmp_path / "cache")) as opened:
        yield opened


def work_cache(cache: ResultCache, result_type: type[Report] | None = Report) -> WorkCache[Answer, Report]:
    return WorkCache(cache, IDENTITY, Answer, result_type, (False,))


def test_a_kept_answer_and_result_come_back(cache: ResultCache) -> None:
    work = work_cache(cache)
    assert work.answer(ARTICLE) is None
    assert work.result(ARTICLE) is None
    work.keep_answer(ARTICLE, ANSWER)
    work.keep_result(ARTICLE, ANSWER, REPORT)
    again = work_cache(cache)
    assert again.answer(ARTICLE) == ANSWER
    result = again.result(ARTICLE)
    assert result is not None
    assert result.model_dump_json() == REPORT.model_dump_json()
    assert cache.parts(KEY.answer)["model"] == "m"


def test_results_are_kept_only_where_they_are_wanted(cache: ResultCache) -> None:
    work = work_cache(cache, None)
    work.keep_result(ARTICLE, ANSWER, REPORT)
    assert work.result(ARTICLE) is None
    assert cache.stats().reports == 0


def test_a_result_of_another_article_is_not_taken(cache: ResultCache) -> None:
    work = work_cache(cache)
    work.keep_answer(ARTICLE, ANSWER)
    work.keep_result(ARTICLE, ANSWER, REPORT)
    other = ARTICLE.model_copy(update={"outlet": "Other"})
    cache.put(report_key(KEY, ANSWER_TEXT, other, (False,)), REPORT.model_dump_json())
    assert work.result(other) is None


def test_a_report_whose_evidence_was_changed_is_not_taken(cache: ResultCache) -> None:
    assert REPORT.claims
    text = REPORT.model_dump_json().replace('"start":15', '"start":16', 1)
    assert text != REPORT.model_dump_json()
    cache.put(KEY.answer, ANSWER_TEXT)
    cache.put(report_key(KEY, ANSWER_TEXT, ARTICLE, (False,)), text)
    assert work_cache(cache).result(ARTICLE) is None


def test_an_answer_of_another_version_is_not_taken(cache: ResultCache) -> None:
    cache.put(KEY.answer, '{"draft": "of another shape"}')
    assert work_cache(cache).answer(ARTICLE) is None


def test_a_result_is_taken_only_with_the_answer_that_it_was_built_from(cache: ResultCache) -> None:
    work = work_cache(cache)
    work.keep_answer(ARTICLE, ANSWER)
    work.keep_result(ARTICLE, ANSWER, REPORT)
    assert work.result(ARTICLE) is not None
    work.keep_answer(ARTICLE, ANSWER.model_copy(update={"created": "2031-05-06T07:08:09Z"}))
    assert work.result(ARTICLE) is None
    cache.drop(KEY.answer)
    assert work.result(ARTICLE) is None


def test_an_answer_and_the_end_of_its_lease_are_one_step(cache: ResultCache) -> None:
    work = work_cache(cache)
    lease = work.lease_key(ARTICLE)
    assert cache.claim(lease, "mine", lambda _: False)
    work.keep_answer(ARTICLE, ANSWER, lease=lease)
    assert cache.get(lease) is None
    assert work.answer(ARTICLE) == ANSWER
