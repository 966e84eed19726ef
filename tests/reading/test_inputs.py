"""Files, folders, globs, JSONL and standard input to articles."""

from __future__ import annotations

import io
import json
import os
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import (
    BinaryInputError,
    CallError,
    EmptyArticleError,
    FetchError,
    InputError,
    RecordError,
    UnreadableInputError,
)
from summarizer.reading.addresses import Addresses
from summarizer.reading.articles import article_from_record, article_from_text
from summarizer.reading.inputs import FailedInput, find_in_line, read_address, read_articles, read_file
from summarizer.reading.layout.layout import layout_of
from tests.site import Page, Site

TEXT = "The reeve of Tolm said that the weir was old.\r\n\r\nNobody in the town had been told of it, she added.\r\n"


def names(results: list[Article | FailedInput]) -> list[str]:
    return [result.id for result in results]


def failure(result: Article | FailedInput) -> InputError:
    assert isinstance(result, FailedInput)
    assert result.error.where == result.where
    assert result.error.hint
    return result.error


def test_a_text_file_comes_in_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "weir.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    article = read_file(path)
    assert (article.id, article.text, article.path) == ("weir", TEXT, str(path))
    assert path.read_bytes().decode(article.encoding) == TEXT


def test_a_folder_gives_its_texts_in_order_and_its_subfolders(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.md", "c.html", "picture.png", ".hidden.txt", ".git/x.txt", "report.json", "d.unknown"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT if "html" not in name else f"<p>{TEXT}</p>", newline="")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert names(list(read_articles([tmp_path]))) == ["z", "b", "c"]


def test_globs_go_into_folders_and_name_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    for name in ["b.txt", "sub/a.txt", "c.md"]:
        (tmp_path / name).write_text(TEXT)
    assert names(list(read_articles([f"{tmp_path}/**/*.txt"]))) == ["b", "a"]
    assert names(list(read_articles([f"{tmp_path}/?.*"]))) == ["b", "c"]


def test_an_empty_name_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    (only,) = read_articles([""])
    assert "no name" in failure(only).message
    assert names(list(read_articles(["."]))) == ["a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_to_does_not_hold_up_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT)
    os.mkfifo(tmp_path / "a.txt")
    for given in [tmp_path, f"{tmp_path}/*.txt"]:
        pipe, article = read_articles([given])
        assert "pipe" in failure(pipe).message
        assert isinstance(article, Article)


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "what[1]?.txt").write_text(TEXT)
    assert names(list(read_articles([tmp_path / "what[1]?.txt"]))) == ["what[1]"]


def test_two_articles_of_one_name_come_out_under_two_ids(tmp_path: Path) -> None:
    for folder in ["one", "two"]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "weir.txt").write_text(TEXT)
    assert names(list(read_articles([tmp_path]))) == ["weir", "weir-2"]


def test_an_input_has_the_same_id_whether_it_can_be_read_or_not(tmp_path: Path) -> None:
    (tmp_path / "weir.md").write_bytes(b"%PDF-1.4")
    (tmp_path / "weir.txt").write_text(TEXT)
    before = names(list(read_articles([tmp_path])))
    (tmp_path / "weir.md").write_text(TEXT)
    assert names(list(read_articles([tmp_path]))) == before == ["weir", "weir-2"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_text(TEXT)
    results = read_articles([first, second])
    assert next(results).id == "1"
    second.write_text(TEXT)
    assert isinstance(next(results), Article)


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "weir.txt").write_text(TEXT)
    results = list(read_articles([tmp_path, tmp_path / "gone.txt", f"{tmp_path}/*.doc", tmp_path / "weir.txt"]))
    errors = [failure(result) for result in results if isinstance(result, FailedInput)]
    assert [type(error) for error in errors] == [
        EmptyArticleError,
        BinaryInputError,
        UnreadableInputError,
        UnreadableInputError,
    ]
    assert names([result for result in results if isinstance(result, Article)]) == ["weir", "weir-2"]


def test_what_the_system_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "weir.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert "may not be read" in str(failure(next(read_articles([path]))))
    monkeypatch.setattr("os.scandir", refuse)
    assert "permission denied" in str(failure(next(read_articles([tmp_path]))))


@pytest.mark.parametrize("name", ["a" * 5000, "nul\x00.txt", "["])
def test_names_that_no_file_can_have(name: str) -> None:
    assert isinstance(failure(next(read_articles([name]))), UnreadableInputError)


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert "holds no articles" in str(failure(next(read_articles([tmp_path]))))


def test_a_pipe_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, TEXT.encode())
    os.close(writer)
    assert read_file(f"/dev/fd/{reader}").text == TEXT
    os.close(reader)


def test_a_text_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.reading.files.LARGEST", 20)
    (tmp_path / "weir.txt").write_text(TEXT)
    assert "larger" in str(failure(next(read_articles([tmp_path]))))


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return path


def test_records(tmp_path: Path) -> None:
    full = {"text": TEXT, "id": "a/b", "title": " Old  weir ", "url": "https://t.example", "outlet": "Fen", "more": [1]}
    path = write_lines(
        tmp_path / "feed.jsonl",
        {**full, "published": 20310402, "language": "en-GB"},
        "",
        {"content": TEXT, "id": 7, "title": None, "outlet": []},
        {"content": TEXT, "text": ""},
        full,
    )
    first, second, third, fourth = read_articles([path])
    assert isinstance(first, Article)
    assert (first.id, first.title, first.url, first.outlet) == ("a/b", "Old weir", "https://t.example", "Fen")
    assert (first.published, first.language, first.text, first.path) == ("20310402", "en", TEXT, str(path))
    assert names([second, third, fourth]) == ["7", "feed-4", "a/b"]
    assert isinstance(second, Article)
    assert (second.outlet, second.language) == (None, "en")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{bad", "no JSON"),
        ("[1]", "no JSON object"),
        ('"text"', "no JSON object"),
        ('{"text": 5}', "no text"),
        ('{"title": "x"}', "no text"),
        ('{"text": "  "}', "no text"),
        ("[" * 100_000, "deep"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "long a number"),
        ('{"article": {"text": "x"}, "claims": []}', "report"),
        ("%PDF-1.4", "PDF"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_comes_out(tmp_path: Path, line: str, message: str) -> None:
    path = write_lines(tmp_path / "feed.jsonl", {"text": TEXT}, line, {"text": TEXT})
    first, bad, last = read_articles([path])
    error = failure(bad)
    assert message in str(error)
    assert error.where == f"{path}:2"
    assert names([first, bad, last]) == ["feed-1", "feed-2", "feed-3"]


def test_lone_surrogates_are_replaced_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text('{"text": "The reeve \\ud83d said \\ude00 that \\ud83d\\ude00 it was old."}')
    assert read_file(path).text == "The reeve \ufffd said \ufffd that 😀 it was old."
    assert article_from_text("Half \ud800 of a pair, she said.").text == "Half \ufffd of a pair, she said."


def test_records_in_other_encodings(tmp_path: Path) -> None:
    line = '{"text": "The “reeve” of Tölm said that the weir was old."}\n'
    (tmp_path / "a.jsonl").write_bytes(line.encode("utf-8-sig") + line.encode("cp1252"))
    (tmp_path / "b.jsonl").write_bytes((line * 2).encode("utf-16"))
    texts = [result.text for result in read_articles([tmp_path]) if isinstance(result, Article)]
    assert texts == ["The “reeve” of Tölm said that the weir was old."] * 4


def test_a_line_that_is_too_long_is_one_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.reading.records.LONGEST_LINE", 200)
    path = write_lines(tmp_path / "feed.jsonl", {"text": TEXT}, {"text": TEXT * 9}, {"text": TEXT})
    first, long, last = read_articles([path])
    assert isinstance(failure(long), RecordError)
    assert names([first, long, last]) == ["feed-1", "feed-2", "feed-3"]


def test_a_long_feed_takes_constant_memory(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "feed.jsonl", *[{"text": TEXT, "ignored": "x" * 20_000}] * 200)
    next(read_articles([path]))  # what is imported and compiled once does not count
    tracemalloc.start()
    try:
        assert sum(isinstance(result, Article) for result in read_articles([path])) == 200
        assert tracemalloc.get_traced_memory()[1] < 500_000  # bytes; the file has eight times as many
    finally:
        tracemalloc.stop()


def test_json_documents(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps({"text": TEXT}, indent=2))
    (tmp_path / "list.json").write_text(json.dumps([{"text": TEXT}, 3]))
    (tmp_path / "bad.json").write_text("{")
    results = list(read_articles(tmp_path / name for name in ["one.json", "list.json", "bad.json"]))
    assert names(results) == ["one", "list-1", "list-2", "bad"]
    assert failure(results[2]).where.endswith("list.json:2")
    assert "no JSON" in str(failure(results[3]))


def read_stdin(data: bytes) -> list[Article | FailedInput]:
    return list(read_articles(["-"], stdin=io.BytesIO(data)))


def test_standard_input_is_looked_at() -> None:
    (text,) = read_stdin(TEXT.encode())
    assert isinstance(text, Article)
    assert (text.id, text.text, text.path) == ("stdin", TEXT, None)
    (page,) = read_stdin(b"<!doctype html><html><body><p>The reeve said that it was old.</p></body></html>")
    assert isinstance(page, Article)
    assert page.text == "The reeve said that it was old.\n"
    assert names(read_stdin(b'{"text": "The reeve said so."}\n{"id": "b", "text": "He said no."}\n')) == [
        "stdin-1",
        "b",
    ]
    assert names(read_stdin(b'{\n  "text": "The reeve said so."\n}\n')) == ["stdin"]


def test_standard_input_that_is_empty_or_closed() -> None:
    assert isinstance(failure(read_stdin(b"")[0]), EmptyArticleError)
    closed = io.BytesIO()
    closed.close()
    assert isinstance(failure(next(read_articles(["-"], stdin=closed))), UnreadableInputError)


def test_one_file_must_hold_one_article(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="more than one"):
        read_file(write_lines(tmp_path / "feed.jsonl", {"text": TEXT}, {"text": TEXT}))
    with pytest.raises(UnreadableInputError, match="no such file"):
        read_file(tmp_path / "gone.txt")


@pytest.mark.parametrize("text", ["", " \n ", "... !!! 😀", "\u200b"])
def test_a_text_without_letters_is_empty(text: str) -> None:
    with pytest.raises(EmptyArticleError):
        article_from_text(text)


def test_nothing_but_furniture_is_empty() -> None:
    with pytest.raises(EmptyArticleError, match="furniture"):
        article_from_text("Home / World\n\nLeave a reply\n\nYour email address will not be published.\n\nSource link\n")


def test_bare_links_to_the_neighbours_are_furniture() -> None:
    with pytest.raises(EmptyArticleError, match="furniture"):
        article_from_text("Home > News\n\nLeave a reply\n\nPrevious article\n\nNext article\n\nPrevious\n\nNext »\n")


def test_ids_without_a_name_come_from_the_text() -> None:
    assert article_from_text(TEXT).id == article_from_text(TEXT).id != article_from_text(TEXT + "x").id
    assert article_from_record({"text": TEXT, "id": "a b"}).id == "a b"


@pytest.mark.parametrize("own", ["weir-", " weir ", "Weir/3: now?", ".", "con", "w" * 300, "ẅ\u202e"])
def test_an_id_that_a_record_has_is_kept_to_the_letter(tmp_path: Path, own: str) -> None:
    record = {"text": TEXT, "id": own}
    path = write_lines(tmp_path / "feed.jsonl", record, record, {"text": "  ", "id": own})
    assert names(list(read_articles([path]))) == [own, own, own]
    assert article_from_record(record).id == own


def test_half_of_a_surrogate_pair_in_an_id_is_replaced(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "feed.jsonl", {"text": TEXT, "id": "w\ud800"}, {"id": "w\ud800"})
    assert names(list(read_articles([path]))) == ["w\ufffd", "w\ufffd"]


def test_the_ids_of_records_do_not_depend_on_other_records(tmp_path: Path) -> None:
    lines = [{"text": TEXT}, {"text": TEXT, "id": "feed-1"}, {"text": TEXT}]
    path = write_lines(tmp_path / "feed.jsonl", *lines)
    assert names(list(read_articles([path]))) == ["feed-1", "feed-1", "feed-3"]
    (tmp_path / "two").mkdir()
    other = write_lines(tmp_path / "two" / "feed.jsonl", *lines)
    assert names(list(read_articles([path, other])))[3:] == ["feed-2-1", "feed-1", "feed-2-3"]


def test_the_layout_made_at_intake_is_the_articles_own() -> None:
    article = article_from_text("Old weir bursts above the town\n\n" + TEXT * 2)
    assert article.title == "Old weir bursts above the town"
    assert layout_of(article) == layout_of(Article.model_validate(article.model_dump()))
    assert article == Article.model_validate(article.model_dump())


@pytest.mark.parametrize("given", [b"The reeve said so.", None, 5, [TEXT], {"text": TEXT}])
def test_what_is_no_text_is_a_failed_article(given: object) -> None:
    with pytest.raises(RecordError, match=f"type {type(given).__name__}") as raised:
        article_from_text(given)  # type: ignore[arg-type]
    assert raised.value.hint


def test_a_hint_speaks_of_what_was_given(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    for document, words in [
        ("5", "or a list"),
        ("{", "or a list"),
        ("[5]", "each item of the list"),
        ("{}", "give it"),
    ]:
        path.write_text(document)
        (found,) = read_articles([path])
        assert words in failure(found).hint
    path = write_lines(tmp_path / "feed.jsonl", "5")
    assert "each line" in failure(next(read_articles([path]))).hint


@pytest.mark.parametrize("name", ["articles/", Path("articles"), b"articles"])
def test_a_single_name_is_not_taken_letter_by_letter(name: Any) -> None:
    with pytest.raises(CallError, match="one name where several") as caught:
        read_articles(name)
    assert "pass a list" in caught.value.hint


def test_a_folder_says_which_files_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.jpg", "in/c.jpg", "d.json", "README", ".hidden", "failures.jsonl"):
        (tmp_path / name).write_text(TEXT)
    said: list[str] = []
    assert names(list(read_articles([tmp_path], on_left_out=said.append))) == ["a"]
    assert said == [f"{tmp_path}: 5 files are not read: .jpg (2), no suffix (1), .json (1), failures.jsonl (1)"]


def test_an_address_that_is_not_fetched_is_no_missing_file() -> None:
    (found,) = read_articles(["ftp://weir.example/news/gates.txt"])
    assert failure(found).message == "ftp addresses are not fetched"
    assert isinstance(found, FailedInput)
    assert (found.id, found.where) == ("gates", "ftp://weir.example/news/gates.txt")


def test_a_line_of_a_file_has_its_place_and_an_id_of_its_own() -> None:
    for number, where in ((7, "news.jsonl:7"), (None, "news.jsonl")):
        (found,) = find_in_line(b'{"text": ', "news.jsonl", number)
        (same,) = find_in_line(b'{"text": ', "old.jsonl", 3)
        (other,) = find_in_line(b'{"txt": ', "news.jsonl", number)
        assert isinstance(found, FailedInput)
        assert found.where == found.error.where == where
        assert found.id == same.id != other.id != ""


@pytest.mark.parametrize("name", ["zero.jsonl", "zero.txt", "zero.html", "zero"])
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/null"])
def test_a_device_and_a_link_to_one_are_refused(tmp_path: Path, device: str, name: str) -> None:
    link = tmp_path / name
    link.symlink_to(device)
    (found,) = read_articles([link])
    assert failure(found).message == "it is a device, and no file"
    if name != "zero":
        (found,) = read_articles([tmp_path])
        assert failure(found).message == "it is a device, and no file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_is_named_is_read_once_as_it_comes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("wb") as file:  # ends when it is opened a second time: nobody would read it
            for number in range(3):
                file.write(json.dumps({"id": f"p{number}", "text": "The dyke holds, Ada Kroon said."}).encode() + b"\n")

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    assert [article.id for article in read_articles([pipe])] == ["p0", "p1", "p2"]
    writer.join(10)


FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Fen</title>
<item><title>Weir old</title><link>https://fen.example/1</link><description>{TEXT}</description></item>
<item><title>Weir new</title><link>https://fen.example/2</link><description>{TEXT}</description></item>
</channel></rss>"""


def test_addresses_are_read_as_files_are() -> None:
    pages = {
        "/weir": Page(),
        "/feed": Page(FEED, "application/rss+xml"),
        "/robots.txt": Page("User-agent: *\nDisallow: /shut", "text/plain"),
    }
    with Site(pages) as site:
        inputs = [f"{site.url}/{path}" for path in ("weir", "feed", "gone/by.html", "shut")]
        page, first, second, gone, shut = read_articles(inputs, allow_private=True)
        (refused,) = read_articles([f"{site.url}/weir"])
    assert isinstance(page, Article)
    assert (page.id, page.url, page.path, page.title) == ("weir", f"{site.url}/weir", None, "Weir closed")
    assert isinstance(first, Article)
    assert (first.id, first.url, first.title) == ("feed-1", "https://fen.example/1", "Weir old")
    assert second.id == "feed-2"
    assert (gone.id, shut.id) == ("by", "shut")
    assert "404" in failure(gone).message
    assert "robots.txt" in failure(shut).message
    assert "private" in failure(refused).message


def test_an_address_that_cannot_be_read_fails_alone() -> None:
    (refused,) = read_articles(["http://℀.example/"])
    assert isinstance(refused, FailedInput)
    assert isinstance(refused.error, FetchError)


def test_one_article_at_an_address() -> None:
    addresses = Addresses(allow_private=True)
    with Site({"/weir": Page(), "/feed": Page(FEED, "application/rss+xml")}) as site:
        assert read_address(f"{site.url}/weir", addresses).title == "Weir closed"
        with pytest.raises(CallError, match="more than one"):
            read_address(f"{site.url}/feed", addresses)
        with pytest.raises(FetchError, match="404"):
            read_address(f"{site.url}/gone", addresses)
    addresses.close()


@pytest.mark.parametrize("own", ["flood-", "-flood", "flood.", "a/b-", " flood"])
def test_the_id_of_a_record_is_kept_to_the_letter(tmp_path: Path, own: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": own, "text": "The weir broke on Monday. Nobody was hurt."}), "utf-8")
    [article] = read_articles([path])
    assert article.id == own
