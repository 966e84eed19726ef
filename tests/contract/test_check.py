from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from summarizer.contract.check import Check, CheckCode

PAGE = (Path(__file__).parents[2] / "docs" / "report.md").read_text("utf-8")


@pytest.mark.parametrize("code", get_args(CheckCode))
def test_every_code_is_explained_in_the_docs(code: str) -> None:
    assert f"`{code}`" in PAGE


def test_a_code_that_is_not_documented_is_refused() -> None:
    with pytest.raises(ValidationError):
        Check.model_validate({"code": "odd", "detail": "x"})
