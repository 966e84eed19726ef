"""A report becomes what is written of it where it is made."""

from __future__ import annotations

import pickle

import pytest

from summarizer.output.formats import SUFFIXES, choose_format
from summarizer.output.rendering import Rendering
from tests.reports import quoted, report

TEXT = "The dyke held, Ada said."
REPORT = report(TEXT, [quoted(TEXT, "The dyke held", "Ada", id="c1")], id="dyke")


@pytest.mark.parametrize("name", SUFFIXES)
def test_another_process_renders_in_the_same_way(name: str) -> None:
    form = choose_format(name, several=False)
    here = Rendering(form)(REPORT)
    assert (here.id, here.notes) == ("dyke", ())
    assert here.body == (REPORT if form.begin else form.render(REPORT))
    assert here.provenance == REPORT.provenance
    assert pickle.loads(pickle.dumps(Rendering(form)))(pickle.loads(pickle.dumps(REPORT))) == here  # noqa: S301  just made


def test_the_lines_of_explain_come_along() -> None:
    notes = Rendering(choose_format("jsonl", several=True), explains=True)(REPORT).notes
    assert [line.split(":")[0] for line in notes] == ["dyke c1"]
