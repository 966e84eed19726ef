"""Links and markup that the article does not hold do not come out, and ordinary text stays as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.foreign_links import strip_foreign_urls, without_links
from tests.growth import assert_linear


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("See https://evil.example/x now.", "See now."),
        ("See https://evil.example/x.", "See ."),
        ("See www.evil.example now", "See now"),
        ("See evil.com now", "See now"),
        ("See //evil.example/x now", "See now"),
        ("See [the dam](https://evil.example) now", "See the dam now"),
        ("See ![dam](https://evil.example/p.png) now", "See dam now"),
        ("See [the dam][1] now", "See the dam now"),
        ("See <a href='https://evil.example'>the dam</a> now", "See the dam now"),
        ("The dam <script>alert(1)</script> held", "The dam alert(1) held"),
        ("The dam <img src=x onerror=alert(1)> held", "The dam held"),
        ("The dam <scr<script>ipt> held", "The dam <scr ipt> held"),
        ("The dam javascript:alert(1) held", "The dam held"),
        ("The dam data:text/html;base64,AAAA held", "The dam held"),
        ("Write to mailto:a@b.example now", "Write to now"),
        ("The \u202edam\u202c held\u200b", "The dam held"),
        ("The dam \x1b[2Jheld", "The dam [2Jheld"),
    ],
)
def test_links_and_markup_do_not_come_out(text: str, clean: str) -> None:
    assert strip_foreign_urls(text, "The dam held.") == clean


@pytest.mark.parametrize(
    "text",
    [
        "The dam held.",
        "U.S. troops left at 5 p.m., he said.",
        "AT&T <T.N> rose; x < y and y > z.",
        "She said [sic] the and/or rule stays.",
        "می‌خواهم بروم",
    ],
)
def test_a_text_without_links_is_left_as_it_is(text: str) -> None:
    assert strip_foreign_urls(text, "") == text


def test_a_url_of_the_article_stays_whole_and_only_whole() -> None:
    article = "Read https://varn.example/dam and visit dam.varn.com today."
    assert strip_foreign_urls("See https://varn.example/dam.", article) == "See https://varn.example/dam."
    assert strip_foreign_urls("See dam.varn.com.", article) == "See dam.varn.com."
    assert "varn.exam " not in strip_foreign_urls("See https://varn.exam now", article)
    assert strip_foreign_urls("See [it](https://varn.example/dam)", article) == "See it"


def test_what_is_left_of_a_link_is_looked_at_again() -> None:
    assert strip_foreign_urls("0.CN.DATA:0/0,", "") == "."
    nested = "[" * 40 + "evil" + "](http://a.evil)" * 40
    assert strip_foreign_urls(nested, "").strip(" ,") == "evil"


LINKISH = st.sampled_from(
    ["http://", "https://", "www.", "evil.com", "[", "]", "(", ")", "<", ">", "script", "a ", " ", "/", "javascript:",
     "\u200b", "\u202e", "!", "x", "data:text/html,", "."]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(LINKISH).map("".join)))
def test_what_comes_out_has_no_link_and_stays_so(text: str) -> None:
    clean = strip_foreign_urls(text, "")
    assert not re.search(r"https?://\w", clean)
    assert not re.search(r"\bwww\.evil", clean)
    assert "<script>" not in clean.lower()
    assert strip_foreign_urls(clean, "") == clean


@pytest.mark.parametrize("piece", ["<", "[a](", "http://a", "\u200bx", "<a ", "a.", "javascript:", "[" * 300])
def test_time_is_linear_in_the_length(piece: str) -> None:
    assert_linear(lambda text: strip_foreign_urls(text, ""), piece)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Read https://www.varn.example/dam now", "Read varn.example/dam now"),
        ("Read HTTP://varn.example now", "Read varn.example now"),
        ("See www.varn.example", "See varn.example"),
        ("Write to ada@varn.example today", "Write to ada at varn.example today"),
        ("mailto:ada@varn.example", "ada at varn.example"),
        ("He and/or she, at 10:30", "He and/or she, at 10:30"),
        ("Varn.com closes", "Varn.com closes"),
        ("A <b>bold</b> plan", "A bold plan"),
        ("It ends with <SCRIPT", "It ends with"),
        ("It has <www.script src=x> in it", "It has in it"),
    ],
)
def test_a_summary_links_nowhere_even_where_the_article_does(text: str, clean: str) -> None:
    assert without_links(text, f"The article says: {text}") == clean


@given(st.one_of(st.text(), st.lists(st.one_of(LINKISH, st.just("a@b.com"))).map("".join)))
def test_what_is_of_the_article_itself_links_nowhere_either(text: str) -> None:
    clean = without_links(text, text)
    assert not re.search(r"(?i)https?://\w|\bwww\.\w|mailto:\w|\w@\w+\.\w|<script", clean)
