"""The formats of a comparison, by name and by suffix."""

from __future__ import annotations

import pytest

from summarizer.contract.comparison import Comparison
from summarizer.output.comparison.formats import FORMATS, format_of_suffix, render
from tests.comparisons import dyke_comparison


def test_json_reads_back() -> None:
    text = render(dyke_comparison(), "json")
    assert text.endswith("}\n")
    assert Comparison.model_validate_json(text) == dyke_comparison()


@pytest.mark.parametrize(("suffix", "name"), [(".JSON", "json"), (".md", "markdown"), (".htm", "html"), (".xls", None)])
def test_a_suffix_names_a_format(suffix: str, name: str | None) -> None:
    assert format_of_suffix(suffix) == name


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_no_format_passes_on_what_a_terminal_obeys(form: object) -> None:
    name = getattr(form, "name", "")
    title = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160))))
    articles = [one.model_copy(update={"title": title}) for one in dyke_comparison().articles]
    shown = render(dyke_comparison(articles=articles), name)
    assert not [char for char in shown if char in title]
