from __future__ import annotations

import re

import pytest

from summarizer.endpoint.templates import json_instruction, template
from summarizer.text.fence import fence_mark


@pytest.mark.parametrize("is_fenced", [False, True])
def test_json_is_asked_for_in_our_words_alone(is_fenced: bool) -> None:
    text = json_instruction({"type": "object"}, is_fenced=is_fenced)
    assert '{"type":"object"}' in text
    assert ("```json" in text) == is_fenced


def test_templates_hold_only_the_places_that_are_filled() -> None:
    for name in ("article", "claims", "sentences", "reask", "json", "fenced"):
        assert set(re.findall(r"\{(\w+)\}", template(name))) <= {"mark", "lines", "language", "complaints", "schema"}
    assert fence_mark("x") not in template("whole")
