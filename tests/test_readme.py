"""README.md: every command in it is run, every file in it is read.

`pytest tests/test_readme.py --update` writes what the commands print today.
"""

import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from linter import config, lexicon, rules
from linter.documents import formats

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# What the `sh` blocks may hold: it installs, or needs a network, or writes here.
SHAPES = (
    rf"(pip|pipx|uv tool) install {PROJECT['project']['name']}",
    r"make (demo|test)",
    r"pre-commit (install|run --all-files)",
    r"okyaku (init|check|check --fix|check --fix --unsafe-fixes|check --diff)",
    r"okyaku parity( --fix)?",
    r"okyaku baseline write( --prune)?",
    r"okyaku check (--since main|--staged|--baseline \.okyaku-baseline\.json)",
)


def blocks(kind):
    """Return the fenced blocks of *kind* in README.md."""
    text = README.read_text(encoding="utf-8")
    return [body for found, body in BLOCK.findall(text) if found == kind]


def commands(block):
    """Return the commands of a console block, each with what it prints."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def console(tmp_path_factory):
    """Run a command in the repository, `okyaku` being the program as it lies here."""
    bin_folder = tmp_path_factory.mktemp("bin")
    program = bin_folder / "okyaku"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m linter "$@"\n')
    program.chmod(0o755)
    env = os.environ | {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }

    def run(command):
        done = subprocess.run(
            ["bash", "-c", f"{command} 2>&1"],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    return run


@pytest.mark.parametrize("index", range(len(blocks("console"))))
def test_commands_print_what_is_shown(index, console, request):
    """A command of README.md prints what stands below it."""
    block = blocks("console")[index]
    ran = [(command, console(command)) for command, _ in commands(block)]
    assert [] == [command for command, output in ran if "Traceback" in output]
    if request.config.getoption("--update"):
        shown = "".join(f"$ {command}\n{output}" for command, output in ran)
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(block, shown), encoding="utf-8")
    else:
        assert commands(block) == ran


def test_other_commands_have_a_known_shape():
    """A command that is not run installs what this is, or is one that tests run."""
    lines = [line for block in blocks("sh") for line in block.splitlines() if line]
    written = [re.sub(r"\s+#.*", "", line) for line in lines]
    strange = [line for line in written if not re.fullmatch("|".join(SHAPES), line)]
    assert [] == strange


def test_make_targets_exist():
    """`make demo` and `make test` are targets of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    used = re.findall(r"^make (\w+)", "\n".join(blocks("sh")), re.MULTILINE)
    assert {"demo", "test"} <= set(used)
    assert [] == [name for name in used if f"\n{name}:" not in makefile]


@pytest.mark.parametrize("index", range(len(blocks("toml"))))
def test_configurations_load(index, tmp_path):
    """A configuration shown in README.md is a valid one."""
    (tmp_path / "our-words").mkdir()
    (tmp_path / "okyaku.toml").write_text(blocks("toml")[index], encoding="utf-8")
    assert config.load(tmp_path / "okyaku.toml")


def test_hooks_exist():
    """The hooks that README.md configures are those that the repository has."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    offered = {hook["id"] for hook in yaml.safe_load(text)}
    files = [yaml.safe_load(block) for block in blocks("yaml")]
    configured = {
        hook["id"]
        for file in files
        if isinstance(file, dict)  # the steps of a workflow are a list
        for repo in file.get("repos", ())
        for hook in repo["hooks"]
    }
    assert configured
    assert configured <= offered


def test_python_session_runs():
    """The Python session of README.md gives what it shows."""
    parser = doctest.DocTestParser()
    (session,) = blocks("pycon")
    test = parser.get_doctest(session, {}, "README", str(README), 0)
    assert doctest.TestResults(0, len(test.examples)) == doctest.DocTestRunner().run(
        test
    )


def test_every_rule_is_listed():
    """The table of rules has each rule once, and no other."""
    section = _section("Rules")
    listed = re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE)
    assert sorted(rule.ID for rule in rules.RULES) == sorted(listed)


def test_every_format_is_listed(request):
    """The table of formats has each format with its files, and whether it is mended."""
    before, rest = README.read_text(encoding="utf-8").split("<!-- formats -->\n")
    shown, after = rest.split("<!-- end of formats -->")
    rows = [
        f"| {one.name} | {_files(one)} | {_mended(one)} |\n"
        for one in formats.FORMATS.values()
    ]
    table = "".join(["| format | files | `--fix` |\n", "| --- | --- | --- |\n", *rows])
    if request.config.getoption("--update"):
        text = f"{before}<!-- formats -->\n{table}<!-- end of formats -->{after}"
        README.write_text(text, encoding="utf-8")
    else:
        assert table == shown


def _files(one):
    """Name the files of a format."""
    return " ".join(f"`{name}`" for name in (*one.suffixes, *one.names))


def _mended(one):
    """Say whether edits of a format are written."""
    if not one.writable:
        return "–"
    return "with `--write-office`" if one.binary else "yes"


def test_models_offer_the_words_of_the_table():
    """The words in the table of models are those that the models offer."""
    words = lexicon.load()
    rows = re.findall(r"^\| (`.*`) \| (.*) \|$", _section("Models"), re.MULTILINE)
    assert rows
    for names, cells in rows:
        for name in re.findall(r"`([a-z-]+)`", names):
            model = words.models[name]
            offered = [
                words.offered(model, lang, model.prefer[0]).word
                for lang in ("en", "ja", "ko")
            ]
            assert offered == cells.split(" | "), name


def test_links_lead_somewhere():
    """A link into the repository leads to a file that is there."""
    links = re.findall(r"\]\(([^):#]+)\)", README.read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (ROOT / link).exists()]


def test_json_shown_is_json():
    """What README.md shows as JSON can be read."""
    for block in blocks("json"):
        json.loads(block)


def _section(title):
    """Return the section of README.md below the heading *title*."""
    text = README.read_text(encoding="utf-8")
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
