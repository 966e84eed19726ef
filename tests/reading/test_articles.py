"""A text, a page or a record becomes an article: its text as it was, and what is known of it where it was told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.contract.errors import EmptyArticleError, RecordError
from summarizer.reading.articles import article_from_html, article_from_record, article_from_text
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "The ferry to Ombre is late, pilot Sanna Reel said on Tuesday, and nobody on the quay knew why it was."
FACTS = {
    "title": "Ferry late",
    "url": "https://quay.example/1",
    "outlet": "Quay Post",
    "published": "2031-04-02",
    "language": "en",
}


def told(article: Article) -> dict[str, object]:
    return article.model_dump(include=set(FACTS))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_a_text_stays_as_it_is_but_for_half_characters(text: str) -> None:
    try:
        article = article_from_text(text)
    except EmptyArticleError:
        assume(condition=False)
    assert article.text == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_what_is_known_goes_in_and_its_place_does_not() -> None:
    article = article_from_text(BODY, id="x", path="a.txt", encoding="cp1252", where="a.txt:3", **FACTS)  # type: ignore[arg-type]
    assert told(article) == FACTS
    assert (article.id, article.path, article.encoding) == ("x", "a.txt", "cp1252")
    assert "a.txt:3" not in article.model_dump_json()


def test_what_is_not_known_is_not_made_up() -> None:
    article = article_from_text(BODY, url=None, outlet=None, published=None, title=None, language=None)
    assert told(article) == {"title": "", "url": None, "outlet": None, "published": None, "language": "en"}


@pytest.mark.parametrize(
    ("given_tag", "language"), [("DE-at", "de"), ("fr_FR", "fr"), ("", "en"), ("no such tongue", "en"), (None, "en")]
)
def test_a_language_is_a_plain_code_or_else_guessed(given_tag: str | None, language: str) -> None:
    text = "The ferry to Ombre was late, and nobody in Tolm knew why."  # too short to be beyond doubt
    assert article_from_text(text, language=given_tag).language == language


def test_a_text_that_is_evidently_in_a_language_is_in_it_whatever_it_is_said_to_be() -> None:
    assert article_from_text(BODY, language="de").language == "en"
    german = (
        "Die Fähre nach Olm ist zu spät, und niemand auf dem Kai wusste, warum sie nicht mit der Flut gekommen ist."
    )
    assert article_from_text(german, language="en").language == "de"


def test_the_language_that_is_given_decides_where_sentences_end() -> None:
    text = "Der Damm bei Olm hält, sagte Mara Quill am 3. Mai im Rathaus. Niemand kam zu Schaden."
    assert [len(sentences_of(article_from_text(text, language=code))) for code in ("de", "en")] == [2, 3]


def test_a_title_is_one_line_and_a_found_one_gives_way_to_it() -> None:
    text = f"Late again at Ombre\n\n{BODY}"
    assert article_from_text(text).title == "Late again at Ombre"
    assert article_from_text(text, title=" Ferry \n\tlate ").title == "Ferry late"


@pytest.mark.parametrize("field", ["title", "url", "outlet", "published", "path"])
def test_half_a_character_in_what_is_known_breaks_no_report(field: str) -> None:
    article = article_from_text(BODY, **{field: "a\ud800b"})  # type: ignore[arg-type]
    assert getattr(article, field) == "a\ufffdb"
    assert json.loads(article.model_dump_json())[field] == "a\ufffdb"


@pytest.mark.parametrize("text", ["\t\n", "…"])
def test_an_article_without_words_says_where_it_was(text: str) -> None:
    makers: list[Callable[..., Article]] = [
        article_from_text,
        article_from_html,
        lambda words, where: article_from_record({"text": words}, where=where),
    ]
    for make in makers:
        with pytest.raises(EmptyArticleError) as caught:
            make(text, where="feed.jsonl:9")
        assert (caught.value.where, bool(caught.value.hint)) == ("feed.jsonl:9", True)


@pytest.mark.parametrize("page", [None, 5, ["<p>"]])
def test_a_page_is_text_or_bytes(page: object) -> None:
    with pytest.raises(RecordError, match=type(page).__name__) as caught:
        article_from_html(page, where="a.html")  # type: ignore[arg-type]
    assert caught.value.where == "a.html"


def test_a_pages_bytes_tell_their_encoding() -> None:
    page = f"<html><head><meta charset='windows-1252'></head><body><p>{BODY} “Tölm”</p></body></html>"
    article = article_from_html(page.encode("cp1252"))
    assert (article.text.strip(), article.encoding) == (f"{BODY} “Tölm”", "cp1252")


def test_a_records_own_facts_go_before_those_of_its_file() -> None:
    own = article_from_record({"text": BODY, **FACTS}, title="Other", url="other", outlet="Other", published="other")
    assert told(own) == FACTS
    files = article_from_record({"text": BODY, "title": "", "url": 5.5, "outlet": [], "published": True}, **FACTS)  # type: ignore[arg-type]
    assert told(files) == FACTS


def test_content_stands_for_a_text_that_is_missing_or_empty() -> None:
    assert article_from_record({"content": BODY}).text == BODY
    assert article_from_record({"text": "", "content": BODY}).text == BODY
    assert article_from_record({"text": BODY, "content": "Another one."}).text == BODY


@pytest.mark.parametrize("record", [{}, {"text": None}, {"content": 5}, {"text": [7]}, {"words": BODY}])
def test_a_record_without_text_says_what_it_should_hold(record: dict[str, object]) -> None:
    with pytest.raises(RecordError, match="no text") as caught:
        article_from_record(record, where="feed.jsonl:2")
    assert (caught.value.where, '"text"' in caught.value.hint) == ("feed.jsonl:2", True)


def test_an_id_is_the_callers_then_the_records_then_the_texts() -> None:
    record = {"text": BODY, "id": "a/b"}
    assert article_from_record(record, id="mine").id == "mine"
    assert article_from_record(record).id == "a/b"
    assert article_from_record({"text": BODY}).id == article_from_text(BODY).id
    assert article_from_record({"text": BODY}).id != article_from_record({"text": f"{BODY} More."}).id


def test_an_article_in_a_language_that_the_rules_do_not_know_says_so() -> None:
    polish = "Młyn w Olm jest zamknięty od wtorku po pożarze, który był na dachu, a droga do miasta nie jest otwarta."
    assert [check.code for check in article_from_text(polish).checks] == ["language_not_supported"]
    assert article_from_text(BODY).checks == ()
