"""The house is as docs/architecture.md draws it, and every module has its tests."""

from __future__ import annotations

import ast
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "summarizer"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if not path.name.startswith("__"))
ROOMS = sorted(path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)
# Generated, a constant, a protocol: nothing that runs.
WITHOUT_TESTS = {
    PACKAGE / name for name in ("running/options.py", "contract/version.py", "running/work.py", "comparison/groups.py")
}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_has_its_tests_at_the_same_place(module: Path) -> None:
    if module not in WITHOUT_TESTS:
        assert (ROOT / "tests" / module.relative_to(PACKAGE).parent / f"test_{module.name}").is_file()


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_room_is_on_the_page_and_says_what_it_is_for(room: Path) -> None:
    assert f"`{room.relative_to(PACKAGE).as_posix()}/`" in PAGE
    assert ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))


def test_what_the_page_names_is_there() -> None:
    for name in re.findall(r"`([\w/]+/(?:\w+\.\w+)?)`", PAGE):
        assert (PACKAGE / name).exists() or (ROOT / name).exists(), name


def test_the_rooms_stand_on_the_page_in_the_order_of_their_imports() -> None:
    layers = re.search(
        r'"Rooms import downwards".*?layers = \[(.*?)\]', (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL
    )
    assert layers is not None
    order = [name for name in re.findall(r"\w+", layers[1]) if (PACKAGE / name).is_dir()]  # ray.py is no room
    assert re.findall(r"^\| `(\w+)/`", PAGE, re.MULTILINE) == order


def test_the_package_is_small_enough_to_see_at_a_glance() -> None:
    entries = [path for path in PACKAGE.iterdir() if path.name != "__pycache__"]
    assert len(entries) <= 16


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_and_no_function_is_too_long(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_every_room_is_part_of_the_wheel() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    assert {".".join(room.relative_to(ROOT).parts) for room in ROOMS} <= set(packages)
