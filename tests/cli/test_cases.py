"""The command line by cases: each NAME.toml is one call, NAME.in/ the folder it is in.

    about = "what holds"
    args = ["check", "fees.md"]
    stdin = "…"           # optional, as are env and files
    env = { LANG = "ja_JP.UTF-8" }
    status = 1
    stdout = "…"
    stderr = "…"
    [files]               # what the call leaves behind, by name
    "okyaku.toml" = "…"

`pytest tests/cli --update` writes what the calls do today; the diff is read in review.
"""

import json
import os
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli import cli

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.toml"))
# Nothing of the machine's language or terminal may show in a result.
PLAIN = {
    "OKYAKU_UI_LANG": None,
    "LC_ALL": None,
    "LC_MESSAGES": None,
    "LANG": "C.UTF-8",
    "NO_COLOR": None,
    "TERM": "xterm",
    "COLUMNS": "80",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case, tmp_path, monkeypatch, request):
    """A call prints, exits and leaves behind what its file says."""
    wanted = tomllib.loads(case.read_text(encoding="utf-8"))
    folder = case.with_suffix(".in")
    if folder.is_dir():
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    result = CliRunner(env=PLAIN | wanted.get("env", {})).invoke(
        cli, wanted["args"], input=wanted.get("stdin"), prog_name="okyaku"
    )
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    files = {
        name: (tmp_path / name).read_text(encoding="utf-8")
        for name in wanted.get("files", {})
    }
    done = wanted | {
        "status": result.exit_code,
        "stdout": result.stdout.replace(f"{tmp_path}{os.sep}", ""),
        "stderr": result.stderr.replace(f"{tmp_path}{os.sep}", ""),
        **({"files": files} if files else {}),
    }
    if request.config.getoption("--update"):
        case.write_text(written(done), encoding="utf-8")
    else:
        assert done == wanted


def test_every_folder_has_its_case():
    """No NAME.in is left of a case that is gone."""
    folders = {path.stem for path in HERE.glob("*.in")}
    assert folders <= {case.stem for case in CASES}


def written(case):
    """Return *case* as TOML, texts of several lines as they look."""
    lines = [
        f"{key} = {value(case[key])}"
        for key in ("about", "args", "stdin", "env", "status", "stdout", "stderr")
        if key in case
    ]
    if "files" in case:
        lines += ["", "[files]"]
        lines += [f"{json.dumps(k)} = {value(v)}" for k, v in case["files"].items()]
    return "\n".join(lines) + "\n"


def value(given):
    """Return *given* as a TOML value."""
    if isinstance(given, str) and _is_plain(given):
        return f"'''\n{given}'''"
    if isinstance(given, dict):
        pairs = ", ".join(f"{k} = {json.dumps(v)}" for k, v in given.items())
        return f"{{ {pairs} }}"
    return json.dumps(given, ensure_ascii=False)


def _is_plain(text):
    """Tell whether a literal string of several lines can hold *text*."""
    printable = all(mark.isprintable() or mark == "\n" for mark in text)
    return "\n" in text and "'''" not in text and printable
