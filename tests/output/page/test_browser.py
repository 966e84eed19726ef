"""The page in a browser: what is marked, what a click, a key and a chip do, and that nothing else happens."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from summarizer import summarize
from summarizer.contract.check import Check
from summarizer.contract.report import Report, Source, Span
from summarizer.output.formats import choose_format
from tests.conftest import ROOT
from tests.reports import quoted, report

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="the page needs Playwright to be tested: pip install playwright"
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser here: apt-get install chromium")
LONG = "dam-inquiry-upland-gazette.txt"
# Every text node of the article that is not a number of ours, with its offset in code points.
READ_BACK = """(layer) => {
  const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
  const spans = {};
  let at = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest('sup')) continue;
    const length = [...node.data].length;
    const told = node.parentElement.closest(`[data-${layer}]`)?.dataset[layer] || '';
    for (const number of told.split(' ').filter(Boolean)) {
      const list = spans[number] ??= [];
      const last = list.at(-1);
      if (last && last[1] === at) { last[1] += length; last[2] += node.data; }
      else list.push([at, at + length, node.data]);
    }
    at += length;
  }
  return [spans, at];
}"""
IS_SEEN = """(element) => {
  const box = element.getClientRects()[0];
  const pane = element.closest('.pane')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const hit = document.elementFromPoint(box.left + 2, box.top + box.height / 2);
  return box.top >= Math.max(0, pane.top - 1) && box.bottom <= Math.min(innerHeight, pane.bottom + 1)
    && (element.contains(hit) || hit?.contains(element));
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def dam() -> Report:
    return summarize(ROOT / "examples" / LONG, engine="extractive")


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens reports as a page; at the end, nothing may have been asked for, complained about or asked of the user."""
    happened: list[str] = []
    contexts = []

    def opened(reports: Report | Sequence[Report], at: str = "", **options: Any) -> Page:
        many = [reports] if isinstance(reports, Report) else list(reports)
        form = choose_format("html", several=len(many) > 1)
        path = tmp_path / "page.html"
        text = form.opening + form.separator.join(map(form.render, many)) + form.closing
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}))
        contexts[-1].set_default_timeout(90_000)  # on a busy machine
        page = contexts[-1].new_page()
        page.on("console", lambda said: happened.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: happened.append(f"error: {error}"))
        page.on("dialog", lambda dialog: happened.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: happened.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri() + at)
        happened[:] = [one for one in happened if not one.startswith(path.as_uri())]
        return page

    yield opened
    for context in contexts:
        context.close()
    assert happened == []


def _read(page: Page, layer: str) -> tuple[dict[int, list[tuple[int, int, str]]], int]:
    spans, length = page.evaluate(READ_BACK, layer)
    return {int(number): [tuple(one) for one in found] for number, found in spans.items()}, length


def _is_seen(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).first.evaluate(IS_SEEN))


def test_marks_stand_on_exactly_the_characters_of_the_report(open_page: Open, dam: Report) -> None:
    page = open_page(dam)
    marked, length = _read(page, "c")
    assert length == len(dam.article.text)
    assert marked == {
        number: [(one.start, one.end, one.quote) for one in claim.evidence]
        for number, claim in enumerate(dam.claims, 1)
    }
    mentions = {number: claim.source.span for number, claim in enumerate(dam.claims, 1) if claim.source.span}
    assert _read(page, "w")[0] == {number: [(one.start, one.end, one.text)] for number, one in mentions.items()}
    missed, _ = _read(page, "x")
    assert missed == {n: [(one.start, one.end, one.text)] for n, one in enumerate(dam.coverage.missed, 1)}
    cues, _ = _read(page, "q")
    assert len(cues) >= len(dam.claims) // 2
    assert {words for found in cues.values() for *_, words in found} & {"said", "told"}


def test_characters_beyond_sixteen_bits_count_as_one(open_page: Open) -> None:
    text = "🌊🌊 𝐓𝐡𝐞 dyke 👩‍🚒 “held 🏔 all night”, 😀 warden Ada said 🎉.\nשלום “יום טוב” אמרה עדה.\n"
    at = text.index("warden")
    first = quoted(text, "“held 🏔 all night”", "Ada", id="c1").model_copy(
        update={"source": Source(name="Ada", kind="person", span=Span(start=at, end=at + 10, text="warden Ada"))}
    )
    page = open_page(report(text, [first, quoted(text, "“יום טוב”", "עדה", id="c2")]))
    start, second = text.index("“held"), text.index("“יום")
    assert _read(page, "c") == (
        {1: [(start, start + 18, "“held 🏔 all night”")], 2: [(second, second + 9, "“יום טוב”")]},
        len(text),
    )
    assert _read(page, "w")[0] == {1: [(at, at + 10, "warden Ada")]}
    right = page.locator(".text [data-c='2']").bounding_box()
    pane = page.locator(".text").bounding_box()
    assert right
    assert pane
    assert right["x"] > pane["x"] + pane["width"] / 3  # its paragraph begins at the right


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
def test_a_click_shows_both_ends_either_way(open_page: Open, dam: Report, size: tuple[int, int]) -> None:
    page = open_page(dam, viewport={"width": size[0], "height": size[1]})
    last = len(dam.claims)
    is_desk = size[0] > 900
    for number in (last, 1):
        page.locator(f".finding .item[data-c='{number}'] .who").click()
        assert _is_seen(page, f".text [data-c~='{number}'].on")
        assert _is_seen(page, ".finding .item.on .who" if is_desk else ".peek .who")
    for number in (1, last):
        page.locator(f".text [data-c~='{number}']").first.click()
        assert page.locator(f".item.on[data-c='{number}']").count() == 1
        assert _is_seen(page, f".text [data-c~='{number}'].on")
        assert _is_seen(page, ".finding .item.on .who" if is_desk else ".peek .who")
        assert page.locator(".peek .who, .finding .item.on .who").last.inner_text().startswith(f"{number}")


def test_speaker_and_cue_are_lit_with_the_words_and_nothing_else(open_page: Open, dam: Report) -> None:
    page = open_page(dam)
    number = next(n for n, claim in enumerate(dam.claims, 1) if claim.source.span)
    page.locator(f".item[data-c='{number}'] .who").click()
    for layer, lit in (("c", "on"), ("w", "on-who"), ("q", "on-cue")):
        marked = page.locator(f".text [data-{layer}~='{number}']").count()
        assert marked
        assert (
            page.locator(f".text .{lit}").count()
            == page.locator(f".text [data-{layer}~='{number}'].{lit}").count()
            == marked
        )


def test_overlapping_words_show_both_claims_and_clicks_go_on_to_the_next(open_page: Open) -> None:
    text = "The dyke “held all night”, warden Ada Kroon said.\n"
    claims = [
        quoted(text, text.strip(), "Dyke Radio", id="c1"),
        quoted(text, "“held all night”", "Ada Kroon", id="c2", stance="denies"),
    ]
    page = open_page(report(text, claims))
    both = page.locator(".text [data-c='1 2']")
    both.hover()
    assert page.locator(".item.hi").count() == 2
    both.click()
    assert page.locator(".item.on b").inner_text() == "Dyke Radio"
    both.click()
    assert page.locator(".item.on b").inner_text() == "Ada Kroon"
    first, second = (both.evaluate(f"one => getComputedStyle(one).{name}") for name in ("backgroundColor", "boxShadow"))
    assert first != "rgba(0, 0, 0, 0)"
    assert second != "none"


def test_every_sentence_of_the_abstract_leads_to_its_words(open_page: Open, dam: Report) -> None:
    page = open_page(dam)
    lines = [n for n, line in enumerate(dam.summary.lines, 1) if line.part == "abstract"]
    for number in lines:
        page.locator(f".abstract [data-s='{number}']").click()
        assert _is_seen(page, f".text [data-s~='{number}'].on")
        assert _is_seen(page, f".abstract [data-s='{number}']")
    assert _read(page, "s")[0][lines[0]][0][0] == dam.summary.lines[lines[0] - 1].evidence[0].start


def test_chips_count_and_filter(open_page: Open) -> None:
    text = "“It held,” Ada said. Bo denied that it broke. Cy warned of rain. It snowed.\n"
    claims = [
        quoted(text, "“It held,”", "Ada", id="c1"),
        quoted(text, "it broke", "Bo", id="c2", stance="denies"),
        quoted(text, "rain", "Cy", id="c3", stance="warns", kind="organization"),
    ]
    page = open_page(report(text, claims, missed=["It snowed."], rejected=["It hailed."]))
    assert page.locator(".chips[aria-label='Look at'] .chip").all_inner_texts() == ["missed 1", "rejected 1"]
    page.locator(".tools summary").click()
    page.get_by_role("button", name="denies 1").click()
    assert page.locator(".item:not([hidden])").count() == 1
    assert page.locator(".text .dim").count() == 2
    assert page.get_by_role("button", name="person 1").count() == 1  # of those that deny
    page.get_by_role("button", name="warns 1").click()
    assert page.locator(".status").inner_text() == "2 of 5 shown. Esc shows all."
    page.locator(".text [data-c='1']").click()  # hidden: the chips give way
    assert page.locator(".item:not([hidden])").count() == 5
    page.get_by_role("button", name="rejected 1").click()
    assert page.locator(".item:not([hidden])").inner_text().startswith("nobody named")
    page.keyboard.press("Escape")
    page.locator("button.source", has_text="Bo").click()
    assert page.locator(".item:not([hidden]) b").all_inner_texts() == ["Bo"]


def test_search_knows_no_accents_and_no_case(open_page: Open) -> None:
    text = "“It held,” Zoë said. Bo denied that it broke.\n"
    page = open_page(report(text, [quoted(text, "“It held,”", "Zoë"), quoted(text, "it broke", "Bo")]))
    page.keyboard.press("/")
    page.keyboard.type("ZOE held")
    assert page.locator(".item:not([hidden]) b").all_inner_texts() == ["Zoë"]


def test_keys_go_through_the_claims_and_tab_stops_are_few(open_page: Open, dam: Report) -> None:
    page = open_page(dam)
    for _ in range(3):
        page.keyboard.press("j")
    assert page.locator(".item.on").get_attribute("data-c") == "3"
    page.keyboard.press("k")
    assert page.locator(".item.on").get_attribute("data-c") == "2"
    assert page.evaluate("document.activeElement.dataset.c") == "2"
    page.keyboard.press("n")
    assert page.locator(".item.on .doubt").count() == 1
    page.keyboard.press("?")
    assert page.locator("dialog[open] kbd").count() >= 6
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    stops = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, summary, [tabindex]')]"
        ".filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length"
    )
    assert stops <= 20


def test_a_claims_link_leads_to_it(open_page: Open, dam: Report) -> None:
    page = open_page(dam)
    address = page.locator(".item[data-c='7'] .no").get_attribute("href")
    again = open_page(dam, at=str(address))
    assert again.locator(".item.on").get_attribute("data-c") == "7"
    assert _is_seen(again, ".item.on .who")
    assert _is_seen(again, ".text [data-c~='7'].on")


def test_the_citation_has_words_speaker_outlet_date_and_link(open_page: Open) -> None:
    text = "“It held,” Ada said.\n"
    one = report(text, [quoted(text, "“It held,”", "Ada", via=("Dyke Radio",))])
    known = {"title": "Dyke holds", "outlet": "Dyke Post", "published": "2031-05-02", "url": "https://dyke.example/1"}
    page = open_page(one.model_copy(update={"article": one.article.model_copy(update=known)}))
    page.evaluate("navigator.clipboard.writeText = (text) => { document.title = text; return Promise.resolve(); }")
    page.locator(".item").hover()
    page.locator(".copy").click()
    assert page.title() == (
        "“It held,” (Ada, as passed on by Dyke Radio). Dyke holds. Dyke Post, 2031-05-02. https://dyke.example/1"
    )


def test_in_print_words_are_underlined_and_all_is_there(open_page: Open, dam: Report) -> None:
    page = open_page(dam)
    page.emulate_media(media="print")
    style = page.locator(".text mark").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert style == "underline"
    assert not page.locator(".tools").is_visible()
    assert page.locator(".text sup").count() == len(dam.claims)
    for pane in page.locator(".pane").all():
        assert pane.evaluate("one => one.scrollHeight - one.clientHeight") < 2  # nothing is cut off
    assert page.locator(".sources tr").last.is_visible()


def test_without_a_script_the_page_is_whole(open_page: Open, dam: Report) -> None:
    page = open_page(dam, java_script_enabled=False)
    assert page.locator(".item").count() == len(dam.claims) + len(dam.coverage.missed)
    assert page.locator(".sources tr").last.is_visible()
    assert page.locator(".text sup a").first.is_visible()


def test_an_attack_runs_nothing(open_page: Open) -> None:
    evil = (
        "<script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)></script><script>alert(4)</script>"
        "<a href='javascript:alert(5)'>x</a>\" onmouseover=\"alert(6)\" x='</style><style>*{display:none}</style>"
        "<!-- said Ada"
    )
    one = report(
        evil, [quoted(evil, evil, evil, id=evil, via=(evil,))], headline=evil, abstract=evil, rejected=[evil], id=evil
    )
    known = {
        "title": evil,
        "outlet": evil,
        "published": evil,
        "author": evil,
        "language": evil,
        "url": "javascript:alert(7)",
    }
    hostile = one.model_copy(update={"article": one.article.model_copy(update=known)})
    for reports in (hostile, [hostile, report("It rained.", id="other")]):
        page = open_page(reports)
        if page.locator(".articles").count():
            page.locator(".articles a").first.click()
        page.locator(".item .who").first.click()
        page.locator(".text mark").first.hover()
        page.keyboard.press("c")
        assert page.locator(".text").inner_text().startswith(evil)
        assert page.locator("img, svg, iframe, main script:not([type='text/plain'])").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0


def test_many_articles_are_searched_sorted_opened_and_left(open_page: Open, dam: Report) -> None:
    text = "“It held,” Zoë said.\n"
    small = report(text, [quoted(text, "“It held,”", "Zoë")], id="small", headline="A small thing")
    page = open_page([dam, small])
    assert page.locator(".index .status").inner_text() == "2 articles"
    page.get_by_role("button", name="Claims").click()
    assert page.locator(".articles th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert page.locator(".articles tbody a").last.inner_text() == "A small thing"
    page.get_by_role("button", name="Article").click()
    page.locator(".index input").fill("zoe held")  # said in the article, and not in the index
    assert page.locator(".articles tbody tr:visible a").all_inner_texts() == ["A small thing"]
    page.locator(".index input").fill("")
    page.locator(".articles a", has_text=dam.summary.headline[:30]).click()
    page.wait_for_selector(".report")
    assert _read(page, "c")[0][1][0][2] == dam.claims[0].evidence[0].quote
    page.keyboard.press("j")
    assert page.locator(".item.on").count() == 1
    address = page.locator(".item[data-c='2'] .no").get_attribute("href")
    page.go_back()
    page.wait_for_selector(".report", state="detached")
    assert page.locator(".articles").is_visible()
    deep = open_page([small, dam], at=str(address))
    deep.wait_for_selector(".item.on[data-c='2']")


def test_the_index_shows_more_rows_as_they_are_needed(open_page: Open) -> None:
    page = open_page([report("It rained.", id=f"day {number}", headline=f"Day {number}") for number in range(1, 151)])
    shown = page.locator(".articles tbody tr:not([hidden])")
    assert shown.count() == 100
    page.locator(".index input").fill("day 149")
    assert shown.all_inner_texts()[0].startswith("Day 149")
    page.locator(".index input").fill("")
    page.mouse.wheel(0, 100_000)
    page.locator(".articles a", has_text="Day 150").wait_for()
    assert shown.count() == 150


def _violations(page: Page) -> list[str]:
    package = find_spec("axe_core_python")
    if package is None or package.origin is None:
        pytest.skip("axe-core is not here: pip install axe-core-python")
    page.evaluate(Path(package.origin).with_name("axe.min.js").read_text("utf-8"))
    found = cast("dict[str, Any]", page.evaluate("axe.run({ resultTypes: ['violations'] })"))
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(open_page: Open, scheme: str, width: int) -> None:
    text = "“It held,” Zoë said. Bo denied that it broke. It snowed.\n"
    doubt = (Check(code="weak_attribution", detail="75%"),)
    claims = [
        quoted(text, "“It held,”", "Zoë", id="c1"),
        quoted(text, "it broke", "Bo", id="c2", stance="denies").model_copy(update={"checks": doubt}),
    ]
    one = report(text, claims, missed=["It snowed."], rejected=["It hailed."])
    options: dict[str, Any] = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    page = open_page([one, report("It rained.", id="b")], **options)
    assert _violations(page) == []
    page.locator(".articles a").first.click()
    page.wait_for_selector(".report")
    page.locator(".tools summary").click()
    page.locator(".items .item .who").first.click()
    assert _violations(page) == []
