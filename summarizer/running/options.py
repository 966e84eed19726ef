"""The settings as keyword arguments. Generated from `Settings` by `make settings`; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from pydantic import SecretStr

    from summarizer.running.settings import AsksName, EngineName, ModeName


class Options(TypedDict, total=False):
    """The settings; one that is not given is read from its variable, or has its default."""

    engine: EngineName
    model: str | None
    base_url: str | None
    api_key: SecretStr | str | None
    header: Mapping[str, str] | Sequence[str] | str
    fallback: Sequence[str] | str
    mode: ModeName
    asks: AsksName
    max_reasks: int
    language: str | None
    context: int | None
    window: int | None
    max_output_tokens: int | None
    temperature: float | None
    reasoning_effort: str | None
    extra: Mapping[str, Any] | str | None
    batch: bool
    complete: bool
    min_confidence: float
    allow_private: bool
    concurrency: int
    workers: int | None
    rpm: float | None
    tpm: float | None
    timeout: float
    max_answer: int
    max_attempts: int | None
    max_wait: float
    max_cost: float | None
    max_tokens: int | None
    prices: Path | str | None
    cache: bool
    cache_dir: Path | str | None
