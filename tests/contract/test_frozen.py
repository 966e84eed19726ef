"""Data models are frozen and closed to unknown keys."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.contract.frozen import Frozen


class Point(Frozen):
    x: int = 0


def test_a_frozen_model_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Point().x = 1  # type: ignore[misc]


def test_a_frozen_model_refuses_unknown_keys() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Point.model_validate({"x": 1, "y": 2})
