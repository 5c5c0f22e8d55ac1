"""The walls of the house: imports point down, each library has one home, the card's top level."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import drawdown_cli

PACKAGE = Path(drawdown_cli.__file__).parent
ROOT = PACKAGE.parent

# From the bottom up; a module may import what stands in its own layer or below.
LAYERS = (
    ("models", "errors", "memo", "records", "isodates", "unseen"),
    ("arabic", "compiled", "entries", "forms", "lexicon", "nations", "versions", "wordfiles"),
    ("extract",),
    ("pipeline", "articles", "annotating"),
    ("store",),
    ("search", "speakers", "timeline", "corrections", "indexing"),
    ("render",),
    ("cli", "__main__", ""),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

HOMES = {
    "typer": ("cli",),
    "rich": ("render",),
    "sqlite3": ("store",),
    "tantivy": ("store",),
    "rapidfuzz": ("arabic/similarity.py",),
    "pyarabic": ("arabic/letters.py",),
    "hijridate": ("extract/timex",),
    "trafilatura": ("articles",),
    "pypdf": ("articles",),
    "docx": ("articles",),
    "charset_normalizer": ("articles",),
    "platformdirs": ("cli",),
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{path}: relative import"
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def part(module: str) -> str:
    """The layer's name of `drawdown_cli.extract.timex`: extract."""
    return module.split(".")[1] if "." in module else ""


def name_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py").replace("__init__", "")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path):
    own = name_of(path)
    for module in imports(path):
        if module == "drawdown_cli" or not module.startswith("drawdown_cli."):
            continue
        other = part(module)
        if other not in LEVEL and module.count(".") == 1:
            continue  # a name of the package itself, such as __version__
        assert LEVEL[other] <= LEVEL[own], f"{own} imports {module} from above"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_extractors_do_not_import_one_another(path):
    relative = path.relative_to(PACKAGE)
    if relative.parts[0] != "extract" or len(relative.parts) == 1:
        return
    own = relative.parts[1].removesuffix(".py")
    siblings = {
        module.split(".")[2]
        for module in imports(path)
        if module.startswith("drawdown_cli.extract.") and module.count(".") >= 2
    }
    assert siblings <= {own}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_has_one_home(path):
    relative = path.relative_to(PACKAGE).as_posix()
    for module in imports(path):
        for home in HOMES.get(module.split(".")[0], (relative,)):
            assert relative.startswith(home), f"{relative} imports {module}, whose home is {home}"


def test_every_module_has_a_layer():
    assert {name_of(path) for path in modules()} <= set(LEVEL)


def test_the_top_level_is_the_design_cards():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    card = {
        "pyproject.toml",
        "README.md",
        "drawdown_cli",
        "data",
        "tests",
        "LICENSE",
        "CHANGELOG.md",
        "uv.lock",
    }
    assert {name for name in top if not name.startswith(".")} <= card


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_and_no_function_outgrows_the_house(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 350
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} at line {node.lineno}"


def loaded_after(*arguments: str) -> set[str]:
    """The modules in memory after one run of the command line, in a process of its own."""
    code = (
        "import sys\n"
        "from drawdown_cli.cli import run\n"
        f"run({list(arguments)!r})\n"
        "print('\\n' + '\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stderr.splitlines()}


def test_help_loads_nothing_heavy():
    assert not loaded_after("--help") & {
        "rich",
        "rapidfuzz",
        "tantivy",
        "pyarabic",
        "sqlite3",
        "tomllib",
        "platformdirs",
    }
