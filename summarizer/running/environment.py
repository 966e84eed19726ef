"""Settings from SUMMARIZER_* variables, by pydantic-settings; not imported where no such variable is set."""

from __future__ import annotations

from pydantic_settings import BaseSettings, SettingsConfigDict

from summarizer.running.settings import PREFIX, Settings


class SettingsWithEnvironment(BaseSettings, Settings):
    """Settings in which what is not given comes from a variable of that name, where it is set and not empty."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, env_ignore_empty=True)
