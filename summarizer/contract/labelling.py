"""What a person labels in Label Studio to correct claims: names that its tasks and our reading of them share."""

from __future__ import annotations

from typing import get_args

from summarizer.contract.draft import SourceKind, Stance

TEXT, PART = "text", "part"
CLAIM, SOURCE = "Claim", "Source"
SAID_BY, CONTINUES = "said by", "goes on in"


def labelling_config() -> str:
    """The labelling interface of Label Studio for claims, in XML."""
    kinds = "".join(f'<Choice value="{kind}"/>' for kind in get_args(SourceKind))
    stances = "".join(f'<Choice value="{stance}"/>' for stance in get_args(Stance))
    of_claim = 'toName="text" perRegion="true" whenTagName="part" whenLabelValue="Claim"'
    return f"""<View>
  <Header value="$title"/>
  <Labels name="part" toName="text">
    <Label value="{CLAIM}" background="#e69f00" hotkey="1"/>
    <Label value="{SOURCE}" background="#56b4e9" hotkey="2"/>
  </Labels>
  <Relations>
    <Relation value="{SAID_BY}"/>
    <Relation value="{CONTINUES}"/>
  </Relations>
  <Text name="text" value="$text" granularity="word"/>
  <TextArea name="source" {of_claim} maxSubmissions="1" editable="true"
            placeholder="Who says so: the fullest name that the article gives"/>
  <TextArea name="via" {of_claim} editable="true"
            placeholder="Who passed it on, the outermost last"/>
  <Choices name="kind" {of_claim} showInline="true">{kinds}</Choices>
  <Choices name="stance" {of_claim} showInline="true">{stances}</Choices>
</View>
"""
