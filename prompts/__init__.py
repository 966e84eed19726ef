"""Prompt templates: every word that is sent to a model."""
