"""A draft: what an engine may answer."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from summarizer.contract.draft import Draft, DraftClaim, SourceKind, Stance

CLAIM: dict[str, Any] = {
    "sentence": 1,
    "quotes": ["a"],
    "source": "Ann Roe",
    "kind": "person",
    "stance": "asserts",
    "text": "t",
}


@pytest.mark.parametrize("wrong", [{"quotes": []}, {"stance": "shouts"}, {"kind": "ghost"}, {"start": 0}])
def test_a_claim_needs_a_quote_and_known_words_and_has_no_offsets(wrong: dict[str, Any]) -> None:
    DraftClaim.model_validate(CLAIM)
    with pytest.raises(ValidationError):
        DraftClaim.model_validate({**CLAIM, **wrong})


def test_every_stance_and_kind_stands_in_the_schema_that_a_model_sees() -> None:
    properties = Draft.model_json_schema()["$defs"]["DraftClaim"]["properties"]
    assert properties["stance"]["enum"] == list(get_args(Stance))
    assert properties["kind"]["enum"] == list(get_args(SourceKind))
