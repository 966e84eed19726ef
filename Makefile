# Everything here runs in .venv, which `make venv` makes; see CONTRIBUTING.md.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help venv test lint format schemas settings readme picture record clean

help:  ## show this
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

venv: .venv/installed  ## make .venv with all that development needs

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -e '.[dev]'
	touch $@

test: venv  ## run the tests; no network is needed
	$(BIN)/python -m pytest -q -n auto

lint: venv  ## ruff, mypy, and which room imports which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: venv  ## let ruff lay out the code
	$(BIN)/ruff format .

schemas: venv  ## write schemas/*.json anew from the models
	$(BIN)/summarizer schema --write schemas

settings: venv  ## write summarizer/running/options.py and docs/settings.md anew from the settings
	$(BIN)/python -m tests.settings

readme: venv  ## run the README's commands and put their output into it
	$(BIN)/python -m tests.readme

picture: venv  ## take the picture of the page that the README shows; needs a browser
	$(BIN)/python -m tests.picture

record: venv  ## record the cassettes anew from a local model; see cassettes/README.md
	$(BIN)/python -m tests.record

clean:  ## remove what was built
	rm -rf .venv build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
