"""Web pages: the article's visible text and what the page says about itself."""

from __future__ import annotations

from contextlib import suppress

import pytest

from summarizer.contract.errors import EmptyArticleError, InputError, UnreadableInputError
from summarizer.reading.articles import article_from_html
from summarizer.reading.webpage import declared_encoding, looks_like_html
from tests.growth import assert_linear

HEAD = """<meta charset="utf-8"><title>Weir bursts above Tolm | The Fen Courier</title>
<meta property="og:site_name" content="The Fen Courier">
<meta property="article:published_time" content="2031-04-02T06:30:00Z">
<link rel="canonical" href="https://fen.example/weir">"""
FIRST = "The weir above Tolm burst on Tuesday night and the lower town was under water by dawn, the reeve said."
LAST = "Councillor Ida Bram promised boats for everybody &amp; called the night “a lesson in plumbing”."
UNSEEN = "SECRET words said by the secret councillor to a secret reader of this secret page."


def page(middle: str = "", head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en-GB"><head>{HEAD}{head}</head><body><nav><a href="/">Home</a></nav><article>'
        f"<h1>Weir bursts above Tolm</h1><p>{FIRST}</p>{middle}<p>{LAST}</p></article>"
        "<footer><p>© The Fen Courier</p></footer></body></html>"
    )


def test_text_and_facts_come_out() -> None:
    article = article_from_html(page())
    assert article.text.split("\n\n") == [
        "Weir bursts above Tolm",
        FIRST,
        "Councillor Ida Bram promised boats for everybody & called the night “a lesson in plumbing”.\n",
    ]
    assert article.title == "Weir bursts above Tolm"
    assert (article.outlet, article.url) == ("The Fen Courier", "https://fen.example/weir")
    assert (article.published, article.language) == ("2031-04-02T06:30:00Z", "en")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "/weir", ""])
def test_only_a_web_address_is_a_pages_url(address: str) -> None:
    html = page().replace("https://fen.example/weir", address)
    assert article_from_html(html).url is None


def test_what_the_caller_knows_wins() -> None:
    article = article_from_html(page(), outlet="Wire", url="https://a.example", title="Another title", id="x")
    assert (article.outlet, article.url, article.title, article.id) == (
        "Wire",
        "https://a.example",
        "Another title",
        "x",
    )


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">{}</p>',
        '<p style="DISPLAY:NONE !important">{}</p>',
        '<p style="visibility:hidden;">{}</p>',
        "<p hidden>{}</p>",
        '<p aria-hidden="true">{}</p>',
        '<p style="font-size:0px">{}</p>',
        '<p style="font-size: 0.1em">{}</p>',
        '<p style="opacity:0">{}</p>',
        '<p style="color:transparent">{}</p>',
        '<p style="color:#FFF">{}</p>',
        '<p style="color:rgb(255, 255, 255)">{}</p>',
        '<div style="background:#ffffff"><p style="color: white">{}</p></div>',
        '<p style="color:#123456;background-color:#123456">{}</p>',
        '<p><font color="white">{}</font></p>',
        '<div style="position:absolute; left:-9999px"><p>{}</p></div>',
        '<p style="text-indent:-9999px">{}</p>',
        '<p style="position:absolute;clip: rect(0,0,0,0)">{}</p>',
        '<div style="height:0;overflow:hidden"><p>{}</p></div>',
        '<p class="visually-hidden">{}</p>',
        '<p class="big sr-only">{}</p>',
        "<!-- {} -->",
        "<script>var x = '{}'</script>",
        "<style>.x {{ content: '{}' }}</style>",
        "<noscript><p>{}</p></noscript>",
        "<template><p>{}</p></template>",
        "<textarea>{}</textarea>",
        '<input value="{}">',
        '<img src="a.jpg" alt="{}">',
        '<p title="{}">An open paragraph about the boats.</p>',
        "<select><option>{}</option></select>",
        "<figure><figcaption>{}</figcaption></figure>",
    ],
)
def test_what_readers_do_not_see_stays_out(hidden: str) -> None:
    text = article_from_html(page(hidden.format(UNSEEN))).text
    assert "SECRET" not in text
    assert FIRST in text


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".zz, .q { display : none }", '<p class="a zz">{}</p>'),
        ("/* a */ p.b { color:red } #q { visibility:hidden }", '<p id="q">{}</p>'),
        ("@media screen { .a { color:red } } .yy { opacity:0 }", '<p class="yy">{}</p>'),
        ("@import url(a.css); .yy { display:none }", '<p class="yy">{}</p>'),
    ],
)
def test_what_the_style_sheet_hides_stays_out(sheet: str, element: str) -> None:
    assert "SECRET" not in article_from_html(page(element.format(UNSEEN), f"<style>{sheet}</style>")).text


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        ("@media print { .zz { display:none } }", '<p class="zz">{}</p>'),
        (".zz { display:block }", '<p class="zz">{}</p>'),
        ("body { visibility:hidden }", "<p>{}</p>"),
        ("", '<p style="color:white;background:#000">{}</p>'),
        ("", '<div style="background:navy"><p style="color:white">{}</p></div>'),
        ("", '<p style="opacity:0.9;font-size:0.9em;margin-left:-4px">{}</p>'),
    ],
)
def test_what_readers_see_comes_in(sheet: str, element: str) -> None:
    seen = "The reeve said that every cellar in Tolm was full to the stairs."
    assert seen in article_from_html(page(element.format(seen), f"<style>{sheet}</style>")).text


def test_text_after_a_hidden_element_stays() -> None:
    middle = "<p>The boats, <span hidden>SECRET</span>all nine of them, came at noon on the first day.</p>"
    assert "The boats, all nine of them, came at noon on the first day." in article_from_html(page(middle)).text


def test_breaks_and_lists() -> None:
    middle = (
        "<p>First line of it<br>goes on here.<br><br>Another paragraph of it.</p><ul><li>Nine boats came.</li></ul>"
    )
    paragraphs = article_from_html(page(middle)).text.split("\n\n")
    assert paragraphs[2:5] == ["First line of it goes on here.", "Another paragraph of it.", "- Nine boats came."]


@pytest.mark.parametrize(
    "html", ["", "<", "<html>", "<html><body></body></html>", "<body><script>1</script></body>", "<div>" * 3000]
)
def test_a_page_without_an_article_is_an_empty_article(html: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EmptyArticleError):
        article_from_html(html, where="a.html")
    assert capfd.readouterr() == ("", "")


def test_fragments_nul_and_half_surrogates_are_read() -> None:
    assert article_from_html("<p>The reeve of Tolm said that the weir was old.</p>").text.startswith("The reeve")
    article = article_from_html("<p>The reeve \x00 of Tolm \ud800 said that the weir was old.</p>")
    assert article.text == "The reeve \ufffd of Tolm \ufffd said that the weir was old.\n"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("nonsense", "cp1252")],
)
def test_the_declared_encoding_is_used(declared: str, encoding: str) -> None:
    words = (
        "Мэр Толма сказал, что плотина была старой." if encoding == "cp1251" else "The “reeve” of Tölm saw the wéir."
    )
    data = f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>".encode(encoding)
    article = article_from_html(data)
    assert (article.text, article.encoding) == (words + "\n", encoding)


def test_a_page_of_a_filing_is_read() -> None:
    facts = "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex991.htm\n<DESCRIPTION>EX-99.1\n<TEXT>\n"
    filing = f"{facts}<HTML><BODY><P>The mill in Farrow will close, Ostrander Paper said.</P></BODY></HTML>\n</TEXT>"
    assert looks_like_html(filing)
    assert article_from_html(filing).text == "The mill in Farrow will close, Ostrander Paper said.\n"


def test_signs_of_a_page() -> None:
    assert declared_encoding(b'<META http-equiv="Content-Type" content="text/html; charset=Big5">') == "Big5"
    assert declared_encoding(b'<?xml version="1.0" encoding="koi8-r"?><html>') == "koi8-r"
    assert declared_encoding(b"<p>charset=x</p>") is None
    assert looks_like_html("\ufeff <!-- made by hand -->\n<!DOCTYPE html><html>")
    assert not looks_like_html("<3 is what she wrote")
    assert not looks_like_html("The tag <html> stands inside")


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{number}" for number in range(100_000)),
        " ".join(f"a{number}='>'" for number in range(501)),
        "/".join(f'a{number} = "<p>"' for number in range(501)),
    ],
)
def test_an_element_of_absurdly_many_attributes_is_refused(attributes: str) -> None:
    with pytest.raises(UnreadableInputError, match="more than 500 attributes") as raised:
        article_from_html(f"<html><body {attributes}>{page()}</body></html>", where="page.html")
    assert raised.value.where == "page.html"
    assert raised.value.hint


def test_what_is_no_attribute_is_not_counted() -> None:
    words = "a<b " * 1000
    html = f"<script>{words}</script><!-- <p {words}> --><p title='{words}'>{page()}"
    assert "a lesson in plumbing" in article_from_html(html).text


@pytest.mark.parametrize("unclosed", ["<!--", "<a b='", '<a b="', "<a ", "<script>", "<", "<a ='", "<a b=c'"])
def test_time_is_linear_in_the_number_of_unclosed_tags(unclosed: str) -> None:
    def read(html: str) -> None:
        with suppress(InputError):
            article_from_html(html)

    assert_linear(read, unclosed, before=page())


def test_a_page_of_absurdly_many_elements_is_refused() -> None:
    with pytest.raises(UnreadableInputError, match="more than 40,000 elements"):
        article_from_html(f"<body>{page()}{'<i></i>' * 40_000}")


def test_time_is_linear_in_the_number_of_hidden_elements() -> None:
    def read(html: str) -> None:
        assert "SECRET" not in article_from_html(html).text

    assert_linear(read, "<b hidden>SECRET</b>Water rose. ", length=100_000, before="<body><p>")


def test_a_page_that_asks_for_javascript_holds_no_article() -> None:
    wall = "<html><body><p>Please enable JavaScript and cookies to continue. Checking your browser.</p></body></html>"
    with pytest.raises(EmptyArticleError, match="asks for JavaScript"):
        article_from_html(wall)
