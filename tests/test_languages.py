"""The invented articles in German, French and Spanish, scored against their gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.text.language import SPEECH_FOLDERS, evident_language
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]

FOLDER = ROOT / "tests" / "languages"
FLOORS = [
    "recall=0.97",
    "attributed=0.95",
    "precision=0.97",
    "stances=0.97",
    "relays=1",
    "verbatim=1",
    "clean=1",
    "unique=0.99",
]


@pytest.mark.parametrize("code", SPEECH_FOLDERS)
def test_what_is_found_in_each_language(cli: Cli, tmp_path: Path, code: str) -> None:
    articles = sorted((FOLDER / "articles").glob(f"{code}-*.txt"))
    assert len(articles) >= 6
    assert cli("run", *articles, "-o", f"{tmp_path}/out/", "-q", "--engine", "extractive").code == 0
    gold = tmp_path / "gold"
    gold.mkdir()
    for article in articles:
        name = f"{article.stem}.json"
        (gold / name).write_text((FOLDER / "gold" / name).read_text("utf-8"), "utf-8")
    floors = [option for floor in FLOORS for option in ("--floor", floor)]
    ended = cli("eval", gold, tmp_path / "out", *floors)
    assert ended.code == 0, ended.out + ended.err


@pytest.mark.parametrize("article", sorted((FOLDER / "articles").iterdir()), ids=lambda path: path.stem)
def test_the_language_of_each_is_evident(article: Path) -> None:
    assert evident_language(article.read_text("utf-8")) == article.stem[:2]
