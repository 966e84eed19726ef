"""What a reader should doubt, in a claim or in how an article was read."""

from __future__ import annotations

from typing import Literal

from summarizer.contract.frozen import Frozen

CheckCode = Literal[
    "figure_not_in_evidence",
    "qualifier_differs",
    "name_not_in_article",
    "name_not_in_evidence",
    "source_far_from_evidence",
    "source_differs",
    "low_overlap",
    "instruction_like_text",
    "negation_differs",
    "language_not_supported",
    "weak_attribution",
    "unsupported_line",
    "reason_not_in_evidence",
    "role_differs",
    "stance_differs",
    "scope_differs",
    "hedge_differs",
    "unit_differs",
    "meaning_differs",
    "text_cut_off",
    "hidden_text_read",
    "text_garbled",
    "lines_mended",
    "several_articles",
]


class Check(Frozen):
    """Something that a reader should doubt; the codes are explained in docs/report.md."""

    code: CheckCode
    detail: str
