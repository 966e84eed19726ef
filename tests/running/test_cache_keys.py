"""A key holds all that decides an answer, nothing that does not, and no secret."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.contract.tally import RunTally
from summarizer.engines.model.prompts import render
from summarizer.reading.layout.layout import layout_of
from summarizer.running import cache_keys as fingerprint
from summarizer.running.cache_keys import package_fingerprint, report_key, request_key, text_prefix
from summarizer.running.model_calls import ModelCalls
from summarizer.running.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.running.cache_keys import RequestKey

TEXT = "Damm hält\n\nDer Damm bei Olm hält, sagte Mara Quill am 3. Mai im Rathaus. Niemand kam zu Schaden."
ARTICLE = Article(id="a", title="Damm hält", text=TEXT, language="de")
IDENTITY = {"model": "m", "parameters": {"window": None, "asks": "auto"}}
OTHER = {
    "id": "b",
    "title": "Another",
    "text": f"{TEXT} Mehr.",
    "path": "b.txt",
    "url": "https://b.example/1",
    "outlet": "B",
    "published": "2031-01-01",
    "language": "en",
    "encoding": "cp1252",
    "author": "Ada Kroon",
    "checks": ({"code": "low_overlap", "detail": "of a test"},),
}


WORDS = st.text(st.characters())  # halves of surrogate pairs among them


def changed(field: str) -> Article:
    return Article(**{**ARTICLE.model_dump(exclude={"sha256"}), field: OTHER[field]})


def test_every_field_of_an_article_decides_a_report_key() -> None:
    assert set(OTHER) == set(Article.model_fields) - {"sha256"}


@pytest.mark.parametrize("field", ["text", "language"])
def test_a_field_that_changes_the_prompt_changes_the_answer_key(field: str) -> None:
    assert render(changed(field)) != render(ARTICLE)
    assert request_key(IDENTITY, changed(field)).answer != request_key(IDENTITY, ARTICLE).answer


@pytest.mark.parametrize("field", ["id", "path", "url", "outlet", "published", "encoding", "author", "checks"])
def test_a_field_that_changes_no_prompt_changes_only_the_report_key(field: str) -> None:
    assert render(changed(field)) == render(ARTICLE)
    key = request_key(IDENTITY, ARTICLE)
    assert request_key(IDENTITY, changed(field)) == key
    assert report_key(key, "", changed(field), (False,)) != report_key(key, "", ARTICLE, (False,))


def test_reading_the_layout_does_not_change_an_articles_key() -> None:
    article = changed("id")
    key = request_key(IDENTITY, article)
    before = report_key(key, "", article, (True,))
    assert layout_of(article).sentences
    assert report_key(key, "", article, (True,)) == before


def test_answer_keys_of_one_text_share_a_prefix() -> None:
    prefix = text_prefix(ARTICLE)
    keys = [request_key(identity, ARTICLE).answer for identity in (IDENTITY, {"model": "n"})]
    assert keys[0] != keys[1]
    assert all(key.startswith(prefix) for key in keys)
    assert not request_key(IDENTITY, changed("text")).answer.startswith(prefix)


def test_the_order_of_the_identity_does_not_change_the_key() -> None:
    turned = {"parameters": {"asks": "auto", "window": None}, "model": "m"}
    assert request_key(turned, ARTICLE) == request_key(IDENTITY, ARTICLE)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
@example("\ud800", "\ud801")
def test_different_titles_give_different_keys_and_none_stands_in_the_parts(one: str, other: str) -> None:
    keys = [request_key(IDENTITY, Article(id="a", title=title, text=TEXT)) for title in (one, other)]
    assert (keys[0] == keys[1]) == (one == other)


def test_the_parts_hold_hashes_instead_of_the_articles_words() -> None:
    parts = request_key(IDENTITY, ARTICLE).parts
    assert "Damm" not in parts
    assert json.loads(parts) == {
        **IDENTITY,
        "language": "de",
        "text": ARTICLE.sha256,
        "title": json.loads(parts)["title"],
    }


def test_lone_surrogates_have_a_key() -> None:
    assert request_key(IDENTITY, Article(id="a", title="\ud800", text="x")).answer.isascii()


def model_key(**options: object) -> RequestKey:
    defaults = {"model": "m", "base_url": "https://host.example/v1", "api_key": "pass-one"}
    engine = ModelCalls(read_settings(**{**defaults, **options}), RunTally()).engine
    return request_key(engine.identity(), ARTICLE)


def test_no_api_key_and_no_credentials_are_in_the_cache_key() -> None:
    plain = model_key()
    secrets = {"api_key": "pass-two", "base_url": "https://ann:hunter-two@host.example/v1"}
    assert model_key(**secrets) == plain
    assert "pass" not in "".join(plain)
    assert "hunter" not in "".join(model_key(**secrets))


@pytest.mark.parametrize(
    "decides",
    [
        {"model": "n"},
        {"base_url": "https://other.example/v1"},
        {"base_url": "http://host.example/v1"},
        {"base_url": "https://host.example:8443/v1"},
        {"base_url": "https://host.example/other/v1"},
        {"temperature": 0.5},
        {"reasoning_effort": "low"},
        {"extra": {"top_p": 0.5}},
        {"mode": "json"},
        {"language": "fr"},
        {"window": 9},
        {"context": 4096},
        {"max_reasks": 0},
        {"asks": "speakers"},
        {"max_output_tokens": 99},
    ],
    ids=lambda options: str(next(iter(options.items()))),
)
def test_each_setting_that_decides_an_answer_changes_the_key(decides: dict[str, object]) -> None:
    assert model_key(**decides) != model_key()


@pytest.mark.parametrize(
    "around",
    [
        {"concurrency": 2},
        {"rpm": 5.0},
        {"tpm": 5.0},
        {"timeout": 3.0},
        {"max_attempts": 1},
        {"max_wait": 1.0},
        {"header": {"X-Desk": "night"}},
        {"fallback": ["n"]},
        {"base_url": "https://HOST.example:443/v1/"},
        {"max_tokens": 10},
        {"cache": False},
        {"complete": True},
    ],
    ids=lambda options: next(iter(options)),
)
def test_settings_of_speed_and_limits_do_not_change_the_key(around: dict[str, object]) -> None:
    assert model_key(**around) == model_key()


@pytest.mark.parametrize("change", [lambda key: key._replace(answer="answer/other"), lambda key: key])
def test_a_reports_key_follows_its_answers(change: Callable[..., object]) -> None:
    key = request_key(IDENTITY, ARTICLE)
    same = report_key(change(key), "", ARTICLE, (False,)) == report_key(key, "", ARTICLE, (False,))
    assert same == (change(key) == key)


def test_the_package_fingerprint_changes_with_code_and_data_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "__file__", str(tmp_path / "running" / "cache_keys.py"))
    seen = []
    for name in ("fingerprint.py", "cues.toml", "part/deep.py", "notes.txt", "deep.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one")
        seen.append(package_fingerprint.__wrapped__())
    assert len(set(seen[:3])) == 3
    assert seen[2:] == [seen[2]] * 3
    (tmp_path / "cues.toml").rename(tmp_path / "part" / "cues.toml")
    assert package_fingerprint.__wrapped__() not in seen
