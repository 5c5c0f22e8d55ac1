"""What the optional compiler (mypyc) reads otherwise than Python must not stand in what it is given."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"][
    "targets"
]["wheel"]["hooks"]["mypyc"]


def compiled_modules() -> list[Path]:
    named = [ROOT / name for name in HOOK["include"]]
    modules = {path for name in named for path in (name.rglob("*.py") if name.is_dir() else [name])}
    return sorted(modules - {ROOT / name for name in HOOK["exclude"]})


def strange(node: ast.AST) -> str:
    """What a compiled module would do with a piece of syntax that Python does not, or ''."""
    if isinstance(node, ast.Name) and node.id in ("cached_property", "singledispatch"):
        return f"{node.id} is not kept"
    if isinstance(node, ast.ClassDef) and any(ast.unparse(base).startswith("dict") for base in node.bases):
        return "a dict's __missing__ is not asked"
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        listed = getattr(node.comparators[0], "elts", ())
        return "a list with a star is not read" if any(isinstance(n, ast.Starred) for n in listed) else ""
    return ""


@pytest.mark.parametrize("path", compiled_modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_compiled_module_does_what_python_does(path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    assert [f"line {node.lineno}: {why}" for node in nodes if (why := strange(node))] == []


def test_the_modules_that_take_the_time_are_compiled():
    names = {path.relative_to(ROOT / "drawdown_cli").parts[0] for path in compiled_modules()}
    assert {"extract", "arabic", "lexicon.py"} <= names


@pytest.mark.parametrize(
    "source",
    [
        "@cached_property\ndef f(): ...",
        "class A(dict[str, int]): ...",
        "x in (*A, 'b')",
    ],
)
def test_what_the_compiler_reads_otherwise_is_seen(source):
    assert any(strange(node) for node in ast.walk(ast.parse(source)))
