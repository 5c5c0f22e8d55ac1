"""What the commands write is what their schemas say."""

import json

import pytest
from jsonschema import Draft202012Validator

from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.cli import run
from drawdown_cli.records import Record
from drawdown_cli.render.schema import KINDS, schema_of

COMMANDS = {
    "search": ["search", "الكاظمي OR Kadhimi"],
    "kwic": ["search", "الكاظمي", "--kwic"],
    "info": ["info"],
    "quotes": ["quotes", "--rejected"],
    "speakers": ["speakers"],
    "timeline": ["timeline", "--rejected"],
    "annotate": ["annotate", str(next(data_folder().glob("*.txt")))],
}


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> dict[str, list[Record]]:
    """Records of every kind from the shipped articles, some of them corrected, as a program reads them."""
    folder = tmp_path_factory.mktemp("schema")
    index = str(folder / "index.sqlite3")
    assert run(["index", "--index", index, "-q", str(data_folder())]) == 0

    def lines(kind: str) -> list[Record]:
        command, file = COMMANDS[kind], folder / f"{kind}.jsonl"
        assert run([*command, "--index", index, "-q", "-f", "jsonl", "-o", str(file)]) == 0
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

    fixed, rejected = lines("quotes")[0]["id"], lines("timeline")[0]["id"]
    text = f'[[correction]]\nid = "{fixed}"\nspeaker = "س"\n[[correction]]\nid = "{rejected}"\nreject = true'
    (folder / "corrections.toml").write_text(text, encoding="utf-8")
    return {kind: lines(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_itself_valid(kind):
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_what_the_schema_says(written, kind):
    validator = Draft202012Validator(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert written[kind]
    for record in written[kind]:
        assert [error.message for error in validator.iter_errors(record)] == []
        assert list(record) == list(schema_of(kind)["properties"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_refuses_what_is_not_written(written, kind):
    validator = Draft202012Validator(schema_of(kind))
    broken = dict(written[kind][0])
    broken.popitem()
    assert not validator.is_valid(broken)
    assert not validator.is_valid(dict.fromkeys(broken, object))


def test_a_fact_says_what_was_corrected_in_it(written):
    said = {
        kind: [record["correction"] for record in written[kind] if record["correction"]]
        for kind in ("quotes", "timeline")
    }
    assert [each["verdict"] for each in said["quotes"]] == ["fixed"]
    assert "speaker" in said["quotes"][0]["found"]
    assert "rejected" in [each["verdict"] for each in said["timeline"]]
