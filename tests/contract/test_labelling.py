"""The labelling interface of Label Studio offers all that a claim may be."""

from __future__ import annotations

from typing import get_args
from xml.etree import ElementTree as ET

from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.labelling import CLAIM, CONTINUES, PART, SAID_BY, SOURCE, TEXT, labelling_config


def test_every_kind_and_stance_can_be_chosen() -> None:
    view = ET.fromstring(labelling_config())  # noqa: S314  our own
    offered = {tag.get("name"): [one.get("value") for one in tag] for tag in view.iter() if tag.get("name")}
    assert offered["kind"] == list(get_args(SourceKind))
    assert offered["stance"] == list(get_args(Stance))
    assert offered[PART] == [CLAIM, SOURCE]
    assert [tag.get("value") for tag in view.iter("Relation")] == [SAID_BY, CONTINUES]
    assert {tag.get("toName") for tag in view.iter() if tag.get("toName")} == {TEXT}
