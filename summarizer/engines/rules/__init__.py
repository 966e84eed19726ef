"""The engine that needs no model: statements to a draft."""
