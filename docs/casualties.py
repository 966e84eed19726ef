"""Casualties by party: a custom schema, for `summarizer run --schema docs/casualties.py:Casualties`."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, Field, model_validator

from summarizer import Evidence, find_figures


class Casualty(BaseModel):
    """One number of people, as one source gives it."""

    party: str = Field(description="who suffered, such as passengers, soldiers, fighters or shepherds")
    harm: Literal["killed", "wounded", "missing"]
    number: int = Field(ge=1)
    source: str = Field(description="who gives the number, by the fullest name; empty if the article itself does")
    evidence: Evidence

    @model_validator(mode="after")
    def _number_is_quoted(self) -> Self:
        figures = find_figures(self.evidence.quote)
        if all(figure.value != self.number for figure in figures):
            msg = f"the quote does not hold the number {self.number}"
            raise ValueError(msg)
        return self


class Casualties(BaseModel):
    """All numbers of dead, wounded and missing in an article."""

    casualties: list[Casualty]
