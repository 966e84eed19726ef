"""What programs leave in a plain text goes, and what stands above it is read as facts."""

from __future__ import annotations

import pytest

from summarizer.reading.plain_text import (
    find_references,
    is_encoded,
    read_front_matter,
    spell_out_references,
    without_marks,
    without_padding,
)


def test_zeros_at_the_end_go_but_those_of_wide_encodings_and_of_no_text_stay() -> None:
    text = b"The weir broke on Monday. " * 3
    assert without_padding(text + b"\0" * 40) == text
    for data in ("The weir broke.".encode("utf-16-le"), b"Rar!\x1a\x07\x01" + b"\0" * 40, b"The weir.\0"):
        assert without_padding(data) == data


def test_front_matter_tells_the_facts_of_the_text_below_it() -> None:
    top = '---\ntitle: "Weir breaks"\ndate: 2031-05-03\nauthor: Ada Holm\ntags:\n  - weir\n---\n\n'
    facts, rest = read_front_matter(f"{top}The weir broke.\n")
    assert facts == {"title": "Weir breaks", "published": "2031-05-03", "author": "Ada Holm"}
    assert rest.strip() == "The weir broke."


@pytest.mark.parametrize("text", ["---\n\nThe weir broke.\n\n---\n\nIt rained.\n", "The weir: broke\n---\n"])
def test_lines_of_dashes_alone_are_no_front_matter(text: str) -> None:
    assert read_front_matter(text) == ({}, text)


def test_references_to_characters_are_spelt_out_where_a_text_is_written_with_them() -> None:
    text = "&ldquo;It broke,&rdquo; said the board&#8217;s clerk."
    assert len(find_references(text)) == 3
    assert spell_out_references(text) == "“It broke,” said the board’s clerk."
    assert find_references("Write &amp; for an ampersand.") == []


def test_markdown_keeps_the_words_of_its_links_and_of_its_emphasis() -> None:
    text = "**Ada Holm** of the [river board](https://board.example/x) said _no_ at 2 * 3 * 4."
    assert without_marks(text) == "Ada Holm of the river board said _no_ at 2 * 3 * 4."


def test_images_of_markdown_are_no_text() -> None:
    assert without_marks("The weir ![a barge](b.png) broke.") == "The weir  broke."


def test_data_in_letters_is_no_text() -> None:
    assert is_encoded("QUJD" * 200)
    assert not is_encoded("The weir of Tolm broke at noon. " * 40)


def test_lines_that_name_facts_above_a_text_tell_them() -> None:
    facts, rest = read_front_matter("Title: Weir breaks\nDate: 2031-05-03\nSource: Harn Post\n\nThe weir broke.\n")
    assert facts == {"title": "Weir breaks", "published": "2031-05-03", "outlet": "Harn Post"}
    assert rest == "The weir broke.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Title: Weir breaks\n\nThe weir broke.\n",  # one may be the headline itself
        "Source: Harn Post\nDate: Monday\n\nThe weir broke.\n",  # no headline
        "Title: Weir breaks\nQuill: It broke.\n\nMoll: It did.\n",  # a talk
        "Title: Weir breaks\nDate: Monday\nThe weir broke.\n",
    ],
)
def test_other_lines_with_colons_are_text(text: str) -> None:
    assert read_front_matter(text) == ({}, text)


def test_front_matter_between_plus_signs_is_toml() -> None:
    facts, text = read_front_matter(
        '+++\ntitle = "Weir breaks"\ndate = 2031-05-03\ntags = ["weir"]\n+++\n\nThe weir broke.'
    )
    assert facts == {"title": "Weir breaks", "published": "2031-05-03"}
    assert text.strip() == "The weir broke."
    other = "+++\nBreaking: the weir\n+++\nIt broke."
    assert read_front_matter(other) == ({}, other)


def test_the_facts_above_texts_of_org_mode_and_asciidoc_are_read() -> None:
    facts, rest = read_front_matter("#+TITLE: The weir\n#+DATE: 2032-02-02\n#+OPTIONS: toc:nil\n\nIt broke.\n")
    assert (facts["title"], facts["published"], rest.strip()) == ("The weir", "2032-02-02", "It broke.")
    facts, rest = read_front_matter("= The weir\nAda Moll <a@b.example>\n:lang: en\n\nIt broke.\n")
    assert (facts["title"], rest.strip()) == ("The weir", "It broke.")
    text = "= is the sign of equality\nand this a line below it.\n"
    assert read_front_matter(text) == ({}, text)
