"""Each paragraph's kind comes from its own words first, then from its place among the others."""

from __future__ import annotations

import pytest

from summarizer.reading.layout.block_kinds import BlockKind, name_kinds
from summarizer.reading.layout.paragraphs import split_paragraphs

TITLE = "Old sluice at Harn gives way in the night"
LEAD = "The sluice at Harn gave way on Friday night, and by morning the mill and its yard stood in the water."
MORE = "Two carts of sand were brought from the coast, and the miller's family slept in the chapel at Ovel."
LAST = "Councillor Edda Lorn told the Herald that the gate had been rotten since the winter before the last."


def kinds(*paragraphs: str, title: str = "") -> list[BlockKind]:
    return name_kinds(split_paragraphs("\n\n".join(paragraphs)), title)


def test_an_empty_text_has_no_kinds() -> None:
    assert kinds() == []


def test_a_single_line_is_the_article() -> None:
    assert kinds(TITLE) == ["body"]


def test_the_heading_above_the_first_full_paragraph_is_the_title() -> None:
    assert kinds(TITLE, LEAD, MORE) == ["title", "body", "body"]


def test_labels_around_the_title_are_furniture_and_a_line_below_it_is_title_too() -> None:
    assert kinds("Region", TITLE, "Miller and family spend the night in the chapel", LEAD) == [
        "furniture",
        "title",
        "title",
        "body",
    ]


def test_a_known_title_is_the_title_even_though_it_ends_as_a_sentence_does() -> None:
    assert kinds("It gave way.", LEAD, MORE, title="It gave way.") == ["title", "body", "body"]
    assert kinds("It gave way.", LEAD, MORE) == ["body", "body", "body"]


def test_the_last_part_of_a_trail_is_known_as_the_title() -> None:
    assert kinds("Home > Harn > Sluice fails", "Sluice fails", LEAD) == ["furniture", "title", "body"]


def test_a_first_line_in_capitals_that_ends_with_a_full_stop_is_the_title() -> None:
    assert kinds("Old Sluice Gives Way Near Harn.", LEAD, MORE) == ["title", "body", "body"]


def test_a_line_directly_above_a_credit_is_its_caption() -> None:
    picture = "The yard of the mill on Saturday\nJO LORN / AFP / Getty Images"
    assert kinds(TITLE, LEAD, picture, MORE) == ["title", "body", "caption", "caption", "body"]


def test_a_blank_line_above_a_credit_leaves_the_line_in_the_body() -> None:
    line = "The yard of the mill was dry on Saturday."
    assert kinds(TITLE, LEAD, line, "JO LORN / AFP / Getty Images", MORE) == [
        "title",
        "body",
        "body",
        "caption",
        "body",
    ]


def test_all_that_follows_the_heading_of_the_comments_is_furniture() -> None:
    assert kinds(TITLE, LEAD, MORE, "2 Comments", "About time too, if you ask me and my neighbours.") == [
        "title",
        "body",
        "body",
        "furniture",
        "furniture",
    ]


@pytest.mark.parametrize("button", ["Comment", "Comments:"])
def test_the_word_comments_between_the_first_paragraphs_is_a_button(button: str) -> None:
    rest = f"{MORE} {LAST} The mill was shut."
    assert kinds(TITLE, LEAD, button, rest) == ["title", "body", "furniture", "body"]


def test_headlines_below_a_heading_for_related_articles_are_furniture() -> None:
    links = ["Related stories", "- Fair put off at Ovel", "Ferry strike ends"]
    assert kinds(TITLE, LEAD, *links, MORE) == ["title", "body", "furniture", "furniture", "furniture", "body"]


def test_a_link_to_the_next_article_is_furniture() -> None:
    assert kinds(TITLE, LEAD, MORE, "Next Ferry strike ends at Ovel") == ["title", "body", "body", "furniture"]


def test_a_subheading_between_full_paragraphs_is_furniture() -> None:
    assert kinds(TITLE, LEAD, "A rotten gate", MORE) == ["title", "body", "furniture", "body"]


def test_a_sentence_that_a_blank_line_broke_in_two_stays_in_the_body() -> None:
    assert kinds(TITLE, LEAD, "The miller and his brother had gone to the", "chapel at Ovel for the night.", MORE) == [
        "title",
        "body",
        "body",
        "body",
        "body",
    ]


def test_the_items_of_a_list_that_a_colon_announces_stay_in_the_body() -> None:
    assert kinds(TITLE, LEAD, "What was lost:", "Forty sacks of flour", "A cart", MORE) == ["title"] + ["body"] * 5


def test_lines_without_a_full_stop_are_body_where_no_paragraph_has_one() -> None:
    bare = [paragraph.rstrip(".") for paragraph in (LEAD, MORE, LAST)]
    assert kinds(bare[0], bare[1], "A rotten gate", bare[2])[2] == "body"


def test_a_paragraph_that_is_printed_again_is_a_repeat() -> None:
    assert kinds(TITLE, LEAD, MORE, LEAD) == ["title", "body", "body", "repeat"]


def test_chinese_paragraphs_count_as_full_at_a_third_of_the_length() -> None:
    body = "星期五晚上,哈恩的水闸坍塌,到早晨磨坊和院子都被水淹没了,居民连夜撤到山上的小教堂里过夜。"
    assert kinds("哈恩旧水闸昨夜坍塌", body, body[::-1][1:] + "。") == ["title", "body", "body"]
