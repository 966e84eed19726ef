"""What a page's reader does not see goes out of its tree, however it is hidden, and what is seen stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from summarizer.reading.articles import article_from_html
from summarizer.reading.hidden_text import remove_hidden, show_embedded
from tests.reading.skeletons import SKELETONS, Skeleton

PAGE = "<html><head>{}</head><body><p>Before.</p>{}<p>After.</p></body></html>"


def seen(body: str, head: str = "") -> str:
    """The words that are left of a page, those between the elements too."""
    tree = html.fromstring(PAGE.format(head, body))
    remove_hidden(tree)
    return " ".join(" ".join(tree.itertext()).split())


@pytest.mark.parametrize(
    "style",
    [
        "visibility : collapse",
        "opacity:.04",
        "opacity:0.00 !important",
        "content-visibility:hidden",
        "font-size:.2px",
        "font-size:0.3rem",
        "font-size:1px",
        "FONT-SIZE: 1%;color:red",
        "right:-5000px",
        "margin-top:-100em",
        "transform:translateX(-9999px)",
        "clip-path: inset(50%)",
        "transform:scale(0)",
        "max-height:0;overflow:hidden",
        "overflow:hidden;border:0;width:1px",
        "color:red;/* a note */display:none",
        "dis/**/play:none",
        "color: #12345600",
        "color: rgba(10, 20, 30, 0)",
        "color:hsla(10,20%,30%,0.0)",
        "color:#fefefe",
        "background-color:red;color:red",
    ],
)
def test_each_way_to_hide_by_style(style: str) -> None:
    assert seen(f'<p style="{style}">Hidden.</p>') == "Before. After."


@pytest.mark.parametrize(
    "style",
    [
        "display:block",
        "visibility:visible",
        "opacity:0.5",
        "opacity:1",
        "font-size:10px",
        "font-size:100%",
        "font-size:0.8em",
        "left:-20px",
        "margin-left:-1em",
        "height:0",
        "height:100px;overflow:hidden",
        "width:10px;overflow:hidden",
        "clip-path:inset(5%)",
        "color:#fff;background:black",
        "color:rgba(0,0,0,0.5)",
        "color:black",
        "background-color:white",
        "border-color:white",
        "display:/*none*/block",
    ],
)
def test_an_ordinary_style_hides_nothing(style: str) -> None:
    assert seen(f'<p style="{style}">Seen.</p>') == "Before. Seen. After."


@pytest.mark.parametrize(
    "element",
    ["canvas", "dialog", "iframe", "object", "button", "noscript", "template", "svg", "style", "script", "figcaption"],
)
def test_elements_that_are_never_text_go(element: str) -> None:
    assert seen(f"<{element}>Hidden.</{element}>") == "Before. After."


@pytest.mark.parametrize("attribute", ["hidden", 'hidden="until-found"', 'aria-hidden=" TRUE "', 'class="d-none x"'])
def test_attributes_and_well_known_classes_hide(attribute: str) -> None:
    assert seen(f"<div {attribute}><p>Hidden.</p></div>") == "Before. After."


@pytest.mark.parametrize("attribute", ['aria-hidden="false"', 'class="hidden-gem"', 'class="Hidden"', 'id="hidden"'])
def test_what_only_sounds_like_it_hides_nothing(attribute: str) -> None:
    assert seen(f"<div {attribute}><p>Seen.</p></div>") == "Before. Seen. After."


@pytest.mark.parametrize("element", ["main", "article"])
def test_a_page_that_waits_for_its_script_is_read(element: str) -> None:
    page = f'<html hidden><body style="opacity:0"><{element} class="hidden"><p>Seen.</p></{element}></body></html>'
    tree = html.fromstring(page)
    remove_hidden(tree)
    assert tree.text_content() == "Seen."


def test_words_behind_what_is_hidden_stay_with_their_sentence() -> None:
    assert seen("<p>The <b hidden>not</b> dyke <!-- nor this --><i>holds</i><script>x</script>, she said.</p>") == (
        "Before. The dyke holds , she said. After."
    )


def test_what_the_page_says_of_itself_stays() -> None:
    tree = html.fromstring(
        '<html><head><script type="application/ld+json">{"a": 1}</script></head><body>x</body></html>'
    )
    remove_hidden(tree)
    assert tree.findtext(".//script") == '{"a": 1}'


@pytest.mark.parametrize(
    ("sheet", "is_seen"),
    [
        (".a{display:none}", False),
        ("p.a , div { display : none }", False),
        ("#one{font-size:0}", False),
        ("/* .a { } */ .a{visibility:hidden}", False),
        ("@media (min-width:1px){.b{color:red}} .a{display:none}", False),
        ("@font-face{src:url(x)}@media print{.b{color:red}}.a{opacity:0}", False),
        ("@media print{.a{display:none}}", True),
        ("@media print{.b{color:red}.a{display:none}}", True),
        ("/* .a{display:none} */", True),
        (".other .a{display:none}", True),
        (".a:hover{display:none}", True),
        (".aa{display:none}", True),
        (".a{color:red}", True),
        (".a{display:none", True),
        ("}}}{", True),
    ],
)
def test_a_style_sheet_hides_on_screens_by_simple_selectors(sheet: str, is_seen: bool) -> None:
    said = seen('<p class="b a" id="one">Seen.</p>', f"<style>{sheet}</style>")
    assert said == ("Before. Seen. After." if is_seen else "Before. After.")


LONG = "<article>" + "<p>The weir of Tolm broke on Monday after a barge struck its gate.</p>" * 3 + "{}</article>"


@pytest.mark.parametrize(
    "sheet",
    [
        "article > div.x{display:none}",
        "div.x{display:block}article .x{visibility:hidden}",
        "@media screen{.x{display:none}}",
        "@media (min-width: 900px){article .x{display:none}}",
        "@supports (display:grid){.x{display:none}}",
        "@layer base{.x{display:none}}",
        ".x{background:#fff;color:#fff}",
    ],
)
def test_selectors_over_several_elements_and_at_rules_hide(sheet: str) -> None:
    body = LONG.format('<div class="x"><p>Hidden words.</p></div>')
    assert "Hidden" not in seen(body, f"<style>{sheet}</style>")


@pytest.mark.parametrize(
    "sheet",
    [
        ".x{display:none}article .x{display:block}",
        ".x{display:none}@media (min-width: 900px){.x{display:block}}",
        "@media (max-width: 900px){.x{display:none}}",
        "@media screen and (max-width: 900px){.x{display:none}}",
        "@supports not (display:grid){.x{display:none}}",
        "article .x:hover{display:none}",
    ],
)
def test_what_a_wide_screen_shows_stays(sheet: str) -> None:
    assert "Shown" in seen(LONG.format('<div class="x"><p>Shown words.</p></div>'), f"<style>{sheet}</style>")


def test_selectors_over_several_elements_do_not_hide_most_of_a_page() -> None:
    body = LONG.format('<div class="x">' + "<p>Shown when the reader has asked for more of it.</p>" * 4 + "</div>")
    assert "Shown" in seen(body, "<style>article > .x{display:none}</style>")


def test_a_style_sheet_for_print_hides_nothing() -> None:
    assert "Seen." in seen('<p class="a">Seen.</p>', '<style media="print">.a{display:none}</style>')


@pytest.mark.parametrize(
    ("around", "style", "is_seen"),
    [
        ('style="background:black"', "color:white", True),
        ('bgcolor="black"', "color:white", True),
        ('style="background:#FFF"', "color:white", False),
        ('bgcolor="RED"', "color:red", False),
        ('style="background: url(a.png)"', "color:white", True),
    ],
)
def test_words_in_the_colour_of_the_ground_around_them_are_not_seen(around: str, style: str, is_seen: bool) -> None:
    said = seen(f'<div {around}><div><p style="{style}">Seen.</p></div></div>')
    assert said == ("Before. Seen. After." if is_seen else "Before. After.")


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("{};:@/*.#a-(),! \n0%px"), max_size=60), st.sampled_from(["", "color:", "display:none;"])
)
def test_no_style_breaks_it_and_words_without_style_stay(style: str, before: str) -> None:
    tree = etree.fromstring("<html><head><style/></head><body><p>Seen.</p><p id='a'>Styled.</p></body></html>")
    tree.find(".//style").text = style
    tree.find(".//p[@id]").set("style", before + style)
    remove_hidden(tree)
    assert "Seen." in "".join(tree.itertext())


_STORY = (
    "The weir of Tolm broke on Monday after a barge had struck its gate in the night, the river board said.",
    "“Nobody was on the bridge,” said Kora Lindt of the board. She said that boats would run again on Friday.",
    "The boatmen accused the board of ignoring two written warnings about the gate in the last year.",
    "“We asked for repairs in October and nobody answered us,” Jaspar Roy told reporters at the yard.",
    "Divers will look at the gate in March, and the board has promised to publish what they find.",
    "The weir was built ninety years ago and was last strengthened after the flood of the century.",
)
_BOX = "<p>Buy our fine mug today, said Doris Hidden.</p><p>A mug is what everybody in the town wants in winter.</p>"


@pytest.mark.parametrize("skeleton", SKELETONS, ids=[one.name for one in SKELETONS])
def test_a_page_of_a_content_system_keeps_its_article_and_nothing_else(skeleton: Skeleton) -> None:
    body = skeleton.body.replace("TITLE", "Weir of Tolm breaks after barge hits gate").replace("JUNK", _BOX)
    for number, paragraph in enumerate(_STORY):
        body = body.replace(f"[{number}]", f"<p>{paragraph}</p>")
    head = f"<title>Weir of Tolm breaks</title>{skeleton.head}<style>{skeleton.sheet}</style>"
    read = article_from_html(f"<html lang=en {skeleton.root}><head>{head}</head><body>{body}</body></html>")
    assert [paragraph for paragraph in _STORY if paragraph not in read.text] == []
    assert "mug" not in read.text


@pytest.mark.parametrize(
    "sheet",
    [
        ".unseen:not(:focus){height:1px;overflow:hidden}",
        ":root{--shown:none}.unseen{display:var(--shown)}",
        ":is(.other,.box) > p{display:none}",
    ],
)
def test_states_variables_and_lists_in_brackets_are_read(sheet: str) -> None:
    body = '<div class="box"><p class="unseen">No.</p></div>'
    assert seen(body, f"<style>{sheet}</style>").endswith("Before. After.")


def test_what_pops_over_a_page_is_not_seen_in_it() -> None:
    assert seen("<p>The weir<span popover id=w>A weir is a dam.</span> broke.</p>") == "Before. The weir broke. After."
    assert "broke" in seen('<p>The <button popovertarget="w">weir</button> broke.</p>')


def test_what_a_page_has_struck_out_is_taken_back() -> None:
    assert (
        seen("<p>On <del>Saturday</del> <ins>Sunday</ins> <s>nine</s> four came.</p>")
        == "Before. On Sunday four came. After."
    )
    never_closed = "It rained. " * 40
    assert never_closed.strip() in seen(f"<p><s>{never_closed}</s></p>")


def test_a_shadow_root_is_shown_and_a_template_is_not() -> None:
    assert "Inside." in seen('<x-a><template shadowrootmode="open"><p>Inside.</p></template></x-a>')
    assert "Inside." not in seen("<template><p>Inside.</p></template>")


def test_a_page_in_a_frame_is_shown_where_it_has_paragraphs() -> None:
    def shown(source: str) -> str:
        tree = html.fromstring(PAGE.format("", f'<iframe srcdoc="{source}"></iframe>'))
        show_embedded(tree)
        remove_hidden(tree)
        return " ".join(" ".join(tree.itertext()).split())

    assert "One. Two." in shown("<p>One.</p> <p>Two.</p> <p hidden>Three.</p>")
    assert "Three." not in shown("<p>One.</p> <p>Two.</p> <p hidden>Three.</p>")
    assert "Buy." not in shown("<p>Buy.</p>")


def test_a_page_that_shows_its_article_to_browsers_without_scripts_is_read() -> None:
    body = "".join(
        f"<p>Reeve {name} Quill said that the weir of Tolm broke on a Monday in the rain.</p>" for name in "ABCDEF"
    )
    head = "<html><head><title>Weir breaks</title></head><body>"
    page = f"{head}<div id=app></div><noscript><h1>Weir</h1>{body}</noscript></body></html>"
    assert "Reeve F Quill" in article_from_html(page).text
    shown = page.replace("<div id=app></div>", f"<article>{body.replace('Reeve', 'Clerk')}</article>")
    assert "Reeve F Quill" not in article_from_html(shown).text
