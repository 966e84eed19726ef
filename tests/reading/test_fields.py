"""A record's text and facts are found under the names that news services and exports give them."""

from __future__ import annotations

import pytest

from summarizer.contract.errors import RecordError
from summarizer.reading.fields import is_error, read_fields, read_id, unwrap_records

TEXT = "The weir of Tolm broke at noon, reeve Mara Quill said."


@pytest.mark.parametrize(
    "key",
    [
        "Article Text",
        "Full text",
        "BODY",
        "article",
        "article-body",
        "paragraphs",
        "text",
        "content",
        "body",
        "articleBody",
        "maintext",
        "description",
        "full_text",
    ],
)
def test_a_text_is_found_under_its_usual_names(key: str) -> None:
    assert read_fields({"title": "The weir", key: TEXT}).text == TEXT


def test_soft_hyphens_are_no_letters_of_a_field() -> None:
    assert read_fields({"title": "The weir", "body": TEXT.replace("Quill", "\xadQu\xadill")}).text == TEXT


def test_the_letters_of_a_column_name_tell_what_it_is() -> None:
    row = {
        "Article ID": "7",
        "Headline": "Weir breaks",
        "Source Title": "Fen Post",
        "Publish Date": "2032-02-02",
        "Text": TEXT,
    }
    assert read_fields(row).facts == {"title": "Weir breaks", "outlet": "Fen Post", "published": "2032-02-02"}
    assert read_id(row) == "7"


def test_articles_may_stand_under_their_ids() -> None:
    assert [read_id(record) for record in unwrap_records({"a": {"text": TEXT}, "b": {"text": TEXT}})] == ["a", "b"]


def test_the_longest_of_several_texts_is_the_article() -> None:
    assert read_fields({"text": "The weir broke.", "content": TEXT}).text == TEXT
    assert read_fields({"content": TEXT, "description": "The weir broke."}).text == TEXT


@pytest.mark.parametrize(
    "value",
    [
        {"rendered": f"<p>{TEXT}</p>"},
        f"<div><p>{TEXT}</p></div>",
        [TEXT],
        [{"value": TEXT}],
        TEXT.replace(" ", "&#32;", 1),
    ],
)
def test_markup_lists_and_objects_around_a_text_are_taken_off(value: object) -> None:
    assert read_fields({"content": value}).text == TEXT


def test_a_whole_page_in_a_field_is_a_page() -> None:
    page = f"<!doctype html><html><body><p>{TEXT}</p></body></html>"
    assert read_fields({"html": page}).markup == page


@pytest.mark.parametrize(
    ("record", "fact", "value"),
    [
        ({"source": {"id": None, "name": "Fen Post"}}, "outlet", "Fen Post"),
        ({"publisher": {"@type": "Organization", "name": "Fen Post"}}, "outlet", "Fen Post"),
        ({"publishedAt": "2032-02-02T08:00:00Z"}, "published", "2032-02-02T08:00:00Z"),
        ({"timestamp": 1959321600}, "published", "2032-02-02T08:00:00Z"),
        ({"created": 1959321600000}, "published", "2032-02-02T08:00:00Z"),
        ({"date": 20320202}, "published", "20320202"),
        ({"link": "https://fen.example/1"}, "url", "https://fen.example/1"),
        ({"guid": "no address", "uri": "7"}, "url", None),
        ({"lang": "eng"}, "language", "en"),
        ({"headline": {"main": "The weir", "kicker": "News"}}, "title", "The weir"),
        ({"title": {"rendered": "Tolm &amp; Olm"}}, "title", "Tolm & Olm"),
        ({"authors": [{"name": "Ada Holm"}, "Jo Fell"]}, "author", "Ada Holm, Jo Fell"),
        ({"byline": "By Ada Holm"}, "author", "Ada Holm"),
        ({"fields": {"headline": "The weir"}}, "title", "The weir"),
    ],
)
def test_facts_are_found_under_their_usual_names(record: dict[str, object], fact: str, value: str | None) -> None:
    assert read_fields({"text": TEXT, **record}).facts.get(fact) == value


def test_a_text_that_the_service_cut_off_says_so() -> None:
    content = read_fields({"content": "The weir of Tolm broke… [+140 chars]"})
    assert content.text == "The weir of Tolm broke…"
    assert [code for code, _ in content.doubts] == ["text_cut_off"]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "articles": [{"content": TEXT}]},
        {"articles": {"results": [{"body": TEXT}]}},
        {"hits": {"total": 1, "hits": [{"_id": "x", "_source": {"text": TEXT}}]}},
        {"response": {"docs": [{"lead_paragraph": TEXT}]}},
        {"version": "https://jsonfeed.org/version/1.1", "title": "Fen Post", "items": [{"content_text": TEXT}]},
    ],
)
def test_the_list_in_an_answer_is_the_records(answer: dict[str, object]) -> None:
    (record,) = unwrap_records(answer)
    assert read_fields(record).text == TEXT


def test_a_json_feeds_title_is_the_outlet_of_its_items() -> None:
    feed = {"version": "https://jsonfeed.org/version/1", "title": "Fen Post", "items": [{"content_text": TEXT}]}
    assert read_fields(unwrap_records(feed)[0]).facts["outlet"] == "Fen Post"


def test_an_article_that_lists_something_is_one_record() -> None:
    record = {"text": TEXT, "data": [{"text": "Another."}]}
    assert unwrap_records(record) == [record]


def test_a_record_without_text_names_its_keys() -> None:
    with pytest.raises(RecordError, match='which has "headline", "n"'):
        read_fields({"headline": "The weir", "n": 3})


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a", "a"), (" a ", " a "), (7, "7"), (0, "0"), (None, ""), (True, ""), (1.5, ""), (["a"], "")],
)
def test_a_records_id_is_text_or_a_whole_number(value: object, expected: str) -> None:
    assert read_id({"id": value}) == expected
    assert read_id({}) == ""


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"story": {"headline": "Weir breaks", "body": "The weir broke."}}},
        {"data": {"news_list": {"edges": [{"node": {"title": "Weir breaks", "content": "The weir broke."}}]}}},
        {"objects": [{"title": "Weir breaks", "text": "The weir broke."}]},
        {"data": {"items": [{"item": {"headline": "Weir breaks", "body_nitf": "<p>The weir broke.</p>"}}]}},
        {"headlines": {"basic": "Weir breaks"}, "content_elements": [{"type": "text", "content": "The weir broke."}]},
        {"title": "Weir breaks", "blocks": [{"type": "paragraph", "data": {"text": "The weir broke."}}]},
    ],
)
def test_articles_are_found_under_whatever_key_a_service_has(answer: dict[str, object]) -> None:
    [record] = unwrap_records(answer)
    content = read_fields(record)
    assert (content.text, content.facts["title"]) == ("The weir broke.", "Weir breaks")


@pytest.mark.parametrize(
    ("title", "text", "outlet", "date"),
    [
        ("Titel", "Text", "Quelle", "Datum"),
        ("Titre", "Texte", "Source", "Date"),
        ("Titular", "Cuerpo", "Medio", "Fecha"),
    ],
)
def test_columns_may_be_named_in_german_french_and_spanish(title: str, text: str, outlet: str, date: str) -> None:
    content = read_fields({title: "Weir breaks", text: "The weir broke.", outlet: "Harn Post", date: "2031-05-03"})
    assert content.text == "The weir broke."
    assert content.facts == {"title": "Weir breaks", "outlet": "Harn Post", "published": "2031-05-03"}


def test_articles_of_a_graph_are_found_among_what_else_a_page_holds() -> None:
    graph = {"@graph": [{"@type": "WebPage", "name": "Home"}, {"headline": "The weir", "articleBody": TEXT}]}
    (only,) = unwrap_records(graph)
    assert read_fields(only).text == TEXT


def test_a_rendered_text_under_attributes_is_an_article() -> None:
    answer = {"data": {"attributes": {"title": "The weir", "content": {"rendered": f"<p>{TEXT}</p>"}}}}
    (only,) = unwrap_records(answer)
    assert read_fields(only).text.strip() == TEXT


def test_rich_text_in_pieces_is_put_together() -> None:
    pieces = [{"text": "The weir "}, {"type": "link", "children": [{"text": "broke"}]}, {"text": " on Monday."}]
    body = [{"children": pieces}, {"type": "paragraph", "children": [{"text": "Nobody was hurt."}]}]
    record = {"id": 1, "attributes": {"title": "Weir breaks", "body": body}}
    assert read_fields(record).text == "The weir broke on Monday.\n\nNobody was hurt."


def test_what_is_escaped_twice_in_a_field_is_read_as_what_it_says() -> None:
    content = read_fields({"text": "&lt;p&gt;&ldquo;No,&rdquo; said Quill.&lt;/p&gt;&lt;p&gt;He left.&lt;/p&gt;"})
    assert content.text.strip() == "“No,” said Quill.\n\nHe left."
    assert (
        read_fields({"text": "Quill wrote x < y and left &amp; right."}).text == "Quill wrote x < y and left & right."
    )


@pytest.mark.parametrize(
    "table",
    [
        {"title": {"0": "One", "1": "Two"}, "text": {"0": "The weir broke.", "1": "It holds."}},
        {"title": ["One", "Two"], "text": ["The weir broke.", "It holds."]},
        {"columns": ["title", "text"], "index": [0, 1], "data": [["One", "The weir broke."], ["Two", "It holds."]]},
    ],
)
def test_a_table_that_is_written_column_by_column_gives_its_rows(table: dict[str, object]) -> None:
    rows = [read_fields(one) for one in unwrap_records(table)]
    assert [(row.facts["title"], row.text) for row in rows] == [("One", "The weir broke."), ("Two", "It holds.")]


def test_a_record_of_objects_or_lists_is_one_record() -> None:
    rendered: dict[str, object] = {"title": {"rendered": "One"}, "content": {"rendered": "The weir broke."}}
    assert unwrap_records(rendered) == [rendered]
    lists: dict[str, object] = {"title": ["One"], "text": ["The weir broke.", "It holds."]}
    assert unwrap_records(lists) == [lists]


def test_a_story_in_blocks_is_found_under_any_key() -> None:
    blocks = [{"type": "paragraph", "text": "The weir broke."}, {"type": "paragraph", "text": "It holds."}]
    (story,) = unwrap_records({"data": {"story": {"headline": "Weir breaks", "body": blocks}}})
    assert read_fields(story).text == "The weir broke.\n\nIt holds."


def test_articles_in_a_list_are_no_blocks() -> None:
    answer = {
        "title": "News",
        "content": [{"title": "One", "text": "The weir broke."}, {"title": "Two", "text": "It."}],
    }
    assert not isinstance(answer["content"], str)
    assert "One" not in read_fields({"title": "News", "body": "The weir."}).text
    assert unwrap_records({"data": answer}) != [answer]


def test_words_between_pieces_of_rich_text_stand_in_one_line() -> None:
    message = {"text": [{"type": "bold", "text": "The weir"}, " broke on ", {"type": "link", "text": "Monday"}, "."]}
    assert [read_fields(one).text for one in unwrap_records({"messages": [message]})] == ["The weir broke on Monday."]


def test_a_services_error_is_told_from_an_article() -> None:
    assert is_error({"status": "error", "code": "limit", "message": "You have asked too often today."})
    assert is_error({"error": {"message": "The key is wrong."}})
    assert not is_error({"status": "ok", "error": None, "title": "Weir", "text": "It broke."})
    assert not is_error({"message": "The weir broke on Monday, the town said."})


def test_answers_of_boards_and_of_other_networks_are_read() -> None:
    post = {"title": "Weir breaks", "selftext": TEXT, "created_utc": 1959408000, "subreddit": "tolm"}
    (found,) = unwrap_records({"kind": "Listing", "data": {"children": [{"kind": "t3", "data": post}]}})
    read = read_fields(found)
    assert (read.text, read.facts["outlet"], read.facts["published"]) == (TEXT, "tolm", "2032-02-03T08:00:00Z")
    toot = {"content": f"<p>{TEXT}</p>", "account": {"username": "post", "display_name": "Fen Post"}}
    assert read_fields(toot).facts["outlet"] == "Fen Post"
    (sent,) = unwrap_records({"name": "Fen Post", "messages": [{"id": 1, "text": TEXT}]})
    assert read_fields(sent).facts["outlet"] == "Fen Post"


def test_a_text_that_a_service_cut_says_so() -> None:
    for mark in ("[1290 chars]", "[+1290 chars]", "(80 more words)"):
        read = read_fields({"title": "Weir", "content": f"{TEXT} {mark}"})
        assert read.text == TEXT
        assert [code for code, _ in read.doubts] == ["text_cut_off"]


def test_the_pieces_of_a_paragraph_in_an_editors_document_stand_in_one_line() -> None:
    pieces = [{"type": "text", "text": "The weir "}, {"type": "text", "marks": [{"type": "bold"}], "text": "broke."}]
    document = {
        "type": "doc",
        "content": [{"type": "paragraph", "content": pieces}, {"type": "paragraph", "content": pieces}],
    }
    assert read_fields({"title": "Weir", "content": document}, where="a").text.split("\n\n") == ["The weir broke."] * 2
    paragraphs = [{"type": "text", "content": "The weir broke."}, {"type": "text", "content": "It is old."}]
    assert read_fields({"title": "Weir", "content_elements": paragraphs}, where="a").text.split("\n\n") == [
        "The weir broke.",
        "It is old.",
    ]


def test_the_blocks_of_another_editor_are_paragraphs() -> None:
    blocks = [{"id": "a", "type": "paragraph", "data": {"text": words}} for words in ("The weir broke.", "It is old.")]
    read = read_fields({"title": "Weir", "content": {"time": 1, "blocks": blocks}}, where="a")
    assert read.text.split("\n\n") == ["The weir broke.", "It is old."]
