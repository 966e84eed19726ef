"""How soon the page of many articles is seen, filtered, sorted and opened, and how much memory it takes, in Chromium.

    python benchmarks/page.py [ARTICLES]

The articles are those of examples/, over and over, each with a title of its own. Beside the page that `view` writes
stands one that holds the same sections unpacked, one below the other, as a page without an index would.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from summarizer import Report, Summarizer, read_articles
from summarizer.output.formats import choose_format
from summarizer.output.page import ONE_ARTICLE, article_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parent.parent / "examples"
RUNS = 3
# The time from an input to the frame after the one that shows it.
FILTER = """async (words) => {
  const input = document.querySelector('.index input');
  const begin = performance.now();
  input.value = words;
  input.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
}"""
CLICK = """async (selector) => {
  const begin = performance.now();
  document.querySelector(selector).click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const isOpen = () => !selector.endsWith(' a') || document.querySelector('.opened .report');
  while (!isOpen()) await new Promise((done) => setTimeout(done));
  return performance.now() - begin;
}"""
PAINT = """async () => {
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
  while (!paint()) await new Promise((done) => setTimeout(done, 5));
  return paint().startTime;
}"""
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def reports(count: int) -> Iterator[Report]:
    """As many reports as are asked for, each with an id and a headline of its own."""
    with Summarizer(engine="extractive") as summarizer:
        made = [one for one in summarizer.run(read_articles([str(EXAMPLES)])) if isinstance(one, Report)]
    for number, one in enumerate(islice(cycle(made), count), 1):
        article = one.article.model_copy(update={"id": f"{one.article.id}-{number}", "outlet": f"Outlet {number % 40}"})
        summary = one.summary.model_copy(update={"headline": f"{number}: {one.summary.headline}"})
        yield one.model_copy(update={"article": article, "summary": summary})


def measured(browser: Browser, path: Path, *, has_index: bool) -> dict[str, float]:
    """Milliseconds and megabytes of one opening of a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page: Page = context.new_page()
    page.goto(path.as_uri(), timeout=600_000)
    told: dict[str, float] = {"first paint, ms": page.evaluate(PAINT), "loaded, ms": page.evaluate(LOADED)}
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    told["memory of scripts, MB"] = metric(session.send("Performance.getMetrics"), "JSHeapUsedSize") / 2**20
    if has_index:
        told["first search, ms"] = page.evaluate(FILTER, "ferry captain")
        told["next search, ms"] = page.evaluate(FILTER, "bridge crack")
        told["all again, ms"] = page.evaluate(FILTER, "")
        told["sort, ms"] = page.evaluate(CLICK, ".articles th:nth-child(4) button")
        told["open an article, ms"] = page.evaluate(CLICK, ".articles tbody a")
    context.close()
    return told


def metric(answer: dict[str, Any], name: str) -> float:
    """One of the figures that Chromium gives."""
    return float(next(one["value"] for one in answer["metrics"] if one["name"] == name))


def main() -> None:
    """Write both pages, open each some times, and print the medians."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    made = list(reports(count))
    form = choose_format("html", several=True)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        index, whole = Path(folder) / "index.html", Path(folder) / "whole.html"
        packed = form.opening + form.separator.join(map(form.render, made)) + form.closing
        index.write_text(packed, encoding="utf-8")
        sections = "\n".join(map(article_section, made))
        whole.write_text(ONE_ARTICLE.opening + sections + ONE_ARTICLE.closing, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, path in (("with an index", index), ("all unpacked", whole)):
            runs = [measured(browser, path, has_index=path is index) for _ in range(RUNS)]
            print(f"{count} articles, {name}: {path.stat().st_size / 2**20:.1f} MB")
            for what in runs[0]:
                values = sorted(run[what] for run in runs)
                print(f"  {what:<22} {statistics.median(values):>8.1f}   ({values[0]:.1f} to {values[-1]:.1f})")
        browser.close()


if __name__ == "__main__":
    main()
