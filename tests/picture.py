"""Takes the picture of the page that README.md shows, from examples/: `python -m tests.picture`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from summarizer import summarize
from summarizer.output.formats import choose_format
from tests.readme import ROOT

PICTURE = ROOT / "docs" / "page.png"
ARTICLE = ROOT / "examples" / "bridge-closure.txt"
CHOSEN = "had known about the crack"  # words of the claim that is lit, a denial


def take(path: Path) -> None:
    """Write the picture: the page of one article with one claim chosen."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no browser here: apt-get install chromium")
    form = choose_format("html", several=False)
    report = summarize(ARTICLE, engine="extractive")
    number = next(at for at, claim in enumerate(report.claims, 1) if CHOSEN in claim.evidence[0].quote)
    page_text = form.opening + form.render(report) + form.closing
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_path = Path(folder) / "page.html"
        page_path.write_text(page_text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 700})
        page.goto(page_path.as_uri())
        page.locator(f".text [data-c~='{number}']").first.click()
        page.mouse.move(0, 0)
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    take(PICTURE)
