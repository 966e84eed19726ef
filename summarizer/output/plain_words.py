"""What the codes of a report are called where people read them: on the page, in a notebook and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.contract.check import CheckCode
    from summarizer.contract.draft import SourceKind, Stance
    from summarizer.contract.report import Claim, Mode, Provenance

STANCES: dict[Stance, str] = {
    "asserts": "says",
    "denies": "denies",
    "confirms": "confirms",
    "accuses": "accuses",
    "condemns": "condemns",
    "warns": "warns",
    "demands": "demands",
    "promises": "promises",
    "supports": "supports",
    "other": "asks/thinks/declines",
}
# Stances that look alike share a colour: the names are classes of the page's style.
TONES: dict[Stance, str] = {
    "asserts": "says",
    "denies": "against",
    "confirms": "for",
    "accuses": "against",
    "condemns": "against",
    "warns": "warns",
    "demands": "wants",
    "promises": "wants",
    "supports": "for",
    "other": "other",
}
KINDS: dict[SourceKind, str] = {
    "person": "person",
    "organization": "organization",
    "government": "government",
    "military": "military",
    "armed_group": "armed group",
    "media": "news medium",
    "document": "document",
    "witness": "witness",
    "anonymous": "unnamed",
    "outlet": "the article itself",
}
MODES: dict[Mode, str] = {
    "direct": "in quotation marks",
    "mixed": "partly in quotation marks",
    "indirect": "in the reporter’s words",
    "none": "not attributed to anybody",
}
CHECKS: dict[CheckCode, str] = {
    "figure_not_in_evidence": "a figure is not in the quoted words",
    "qualifier_differs": "a figure is more or less exact than in the article",
    "name_not_in_article": "a name is not in the article",
    "name_not_in_evidence": "a name is not in the quoted words",
    "source_far_from_evidence": "the speaker is named far from the words",
    "source_differs": "somebody else may be the speaker",
    "low_overlap": "the claim says little of what its quote says",
    "instruction_like_text": "the words read like an instruction to a machine",
    "negation_differs": "yes and no may have been mixed up",
    "language_not_supported": "the rules do not know this language",
    "weak_attribution": "it is not certain who says this",
    "unsupported_line": "nothing in the article says this",
    "reason_not_in_evidence": "a reason is not in the quoted words",
    "role_differs": "the article calls the person something else",
    "stance_differs": "the words show another stance",
    "scope_differs": "all, some or only differ from the article",
    "hedge_differs": "it is more or less certain in the article",
    "unit_differs": "a unit differs from the article",
    "meaning_differs": "a word says the opposite of the article’s",
    "text_cut_off": "only the beginning of the article was there",
    "hidden_text_read": "the page hides most of this text",
    "text_garbled": "some characters were garbled before we read them",
    "lines_mended": "line ends were mended",
    "several_articles": "more than one article may be in this text",
}


def speaker(claim: Claim) -> str:
    """Who makes a claim: the name, or what the source is where it has none."""
    return claim.source.name or KINDS[claim.source.kind]


def is_weak(claim: Claim) -> bool:
    """Whether a claim bears the check of low confidence."""
    return any(check.code == "weak_attribution" for check in claim.checks)


def made_by(provenance: Provenance) -> str:
    """How a report came about, in a sentence."""
    version = f"summarizer {provenance.summarizer_version}"
    if provenance.engine == "extractive":
        return f"Found by rules, without a model ({version})."
    host = f" at {provenance.base_url_host}" if provenance.base_url_host else ""
    usage = provenance.usage
    cost = f", ${usage.cost:.4f}" if usage.cost is not None else ""
    tokens = f"{usage.prompt_tokens:,} tokens read and {usage.completion_tokens:,} written{cost}"
    return f"Found by {provenance.model or 'a model'}{host}: {tokens} ({version})."
