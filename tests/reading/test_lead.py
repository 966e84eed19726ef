"""The lead between a headline and an article: what the page describes itself with comes into the text."""

from __future__ import annotations

import pytest

from summarizer.reading.webpage import read_page
from tests.growth import assert_linear

TITLE = "Ferry to Sorrel Island stops for the winter"
LEAD = "The last boat sails on Friday, and nobody on the island has been told how the post will come, says the harbour."
BODY = (
    "<p>Captain Odo Marl tied up the Kittiwake on Monday and took her bell home in a wheelbarrow.</p>"
    "<p>“She will not sail before the ice is gone, and that has not even come,” he told the islanders in the inn.</p>"
    "<p>The council of Sorrel meets on Thursday and has asked for a rowing boat, two oars and somebody strong.</p>"
)


def page(between: str, *, description: str = LEAD, before: str = "", behind: str = "", title: str = TITLE) -> str:
    return (
        f'<html lang="en"><head><title>{title}</title><meta name="description" content="{description}"></head><body>'
        f'{before}<main><header class="head"><h1>{TITLE}</h1>{between}</header><div class="body">{BODY}'
        f"</div></main>{behind}<footer><p>Sorrel Tidings, Quay 4</p></footer></body></html>"
    )


@pytest.mark.parametrize(
    "shown",
    [
        f'<p class="dek">{LEAD}</p>',
        f'<div class="teaser"><p>{LEAD}</p></div>',
        f"<h2>{LEAD}</h2>",
        f'<div class="summary">{LEAD}<div class="share">Share</div></div>',
        f'<p class="intro"><b>The last boat</b> sails on {LEAD.removeprefix("The last boat sails on ")}</p>',
        f'<ul><li class="summary">{LEAD}</li></ul>',
        f'<p class="intro"><span class="place">Sorrel.</span> {LEAD}</p>',
        f'<p class="intro">{LEAD.replace("Friday", "<a href=/friday>Friday</a>")}</p>',
    ],
)
def test_the_lead_stands_behind_the_headline_once(shown: str) -> None:
    paragraphs = read_page(page(shown)).text.strip().split("\n\n")
    assert paragraphs[0] == TITLE
    assert paragraphs[1].endswith(LEAD)
    assert paragraphs[2].startswith("Captain Odo Marl")
    assert "".join(paragraphs).count("nobody on the island") == 1
    assert "Share" not in paragraphs[1]


def test_a_description_cut_short_brings_the_whole_lead() -> None:
    text = read_page(page(f'<p class="dek">{LEAD}</p>', description=LEAD[:60] + "…")).text
    assert LEAD in text


def test_a_page_that_calls_itself_otherwise_has_its_lead_behind_the_heading() -> None:
    text = read_page(page(f'<p class="dek">{LEAD}</p>', title="What you must know of ferries now")).text
    assert LEAD in text


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"before": f'<div class="slogan"><p>{LEAD}</p></div>'},
        {"between": f'<a href="/ferry"><p class="teaser">{LEAD}</p></a>'},
        {"between": f'<aside><p class="teaser">{LEAD}</p></aside>'},
        {"between": f'<p style="display:none">{LEAD}</p>'},
        {"behind": f'<div class="related"><p>{LEAD}</p></div>'},
        {"between": '<p class="dek">Winter timetable</p>'},
    ],
)
def test_a_slogan_a_teaser_and_what_is_hidden_are_no_lead(elsewhere: dict[str, str]) -> None:
    assert "nobody on the island" not in read_page(page(**{"between": "", **elsewhere})).text


def test_many_words_in_the_lead_and_before_it_take_no_longer_than_their_number() -> None:
    def read(filler: str) -> object:
        return read_page(page(f'<p class="dek">{LEAD}{filler}</p>{filler}'))

    assert_linear(read, "<b>Ice</b> and <i>snow</i> ", 4_000)
