"""The pre-commit hook: stops a commit with the wrong word, lets the right one through.

The hook is installed as a user installs it: pre-commit clones the repository, builds
an environment from the package index, and runs okyaku in it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from linter.documents import formats

ROOT = Path(__file__).parents[1]

HOOKS = """\
repos:
  - repo: file://{source}
    rev: {commit}
    hooks:
      - id: okyaku
"""
WRONG = "# Fees\n\nWe send our customers an estimate before any work begins.\n"
RIGHT = "# Fees\n\nWe send our clients an estimate before any work begins.\n"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Return an environment with a git and pre-commit of its own; no user settings."""
    home = tmp_path_factory.mktemp("home")
    kept = {key: value for key, value in os.environ.items() if key[:4] != "GIT_"}
    return kept | {
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ann",
        "GIT_AUTHOR_EMAIL": "ann@example.com",
        "GIT_COMMITTER_NAME": "Ann",
        "GIT_COMMITTER_EMAIL": "ann@example.com",
        "NO_COLOR": "1",
    }


@pytest.fixture(scope="module")
def released(tmp_path_factory, environment):
    """Return a repository that holds the files as they lie here, and its commit."""
    copy = tmp_path_factory.mktemp("okyaku")
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = _run(*listing, cwd=ROOT, env=environment).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    _commit_all(copy, environment)
    commit = _run("git", "rev-parse", "HEAD", cwd=copy, env=environment).stdout.strip()
    return copy, commit


@pytest.fixture
def site(tmp_path, released, environment):
    """Return a law firm's repository with the hook installed."""
    source, commit = released
    _write(tmp_path / "okyaku.toml", 'model = "law"\n')
    hooks = HOOKS.format(source=source, commit=commit)
    _write(tmp_path / ".pre-commit-config.yaml", hooks)
    _commit_all(tmp_path, environment)
    pre_commit = [sys.executable, "-m", "pre_commit"]
    _run(*pre_commit, "install", cwd=tmp_path, env=environment)
    done = _run(
        *pre_commit, "install-hooks", cwd=tmp_path, env=environment, status=None
    )
    offline = ("No matching distribution", "Could not find a version", "NewConnection")
    if done.returncode and any(words in done.stdout for words in offline):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path


def test_hook_stops_the_wrong_word_and_lets_the_right_one_through(site, environment):
    """A commit with the wrong word fails and says the right one; mended, it passes."""
    _write(site / "fees.md", WRONG)
    _run("git", "add", "fees.md", cwd=site, env=environment)
    commit = ["git", "commit", "-m", "Add the fees"]

    stopped = _run(*commit, cwd=site, env=environment, status=1)
    assert "fees.md:3:13" in stopped.stdout + stopped.stderr
    assert "clients" in stopped.stdout + stopped.stderr

    _write(site / "fees.md", RIGHT)
    _run("git", "add", "fees.md", cwd=site, env=environment)
    _run(*commit, cwd=site, env=environment)


def test_hook_leaves_other_files_alone(site, environment):
    """A commit without copy does not run the hook."""
    _write(site / "fees.py", f'text = "{WRONG.split()[2]} our customers"\n')
    _run("git", "add", "fees.py", cwd=site, env=environment)
    done = _run("git", "commit", "-m", "Add a script", cwd=site, env=environment)
    assert "Skipped" in done.stdout + done.stderr


def _commit_all(folder, env):
    _run("git", "init", "--quiet", "--initial-branch=main", cwd=folder, env=env)
    _run("git", "add", "--all", cwd=folder, env=env)
    _run("git", "commit", "--quiet", "-m", "Begin", cwd=folder, env=env)


def _write(path, text):
    path.write_text(text, encoding="utf-8")


def _run(*command, cwd, env, status=0):
    """Run *command* and return it done; *status* None allows any outcome."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if status is not None:
        assert status == done.returncode, done.stdout + done.stderr
    return done


@pytest.mark.parametrize("name", sorted({*formats.BY_SUFFIX, *formats.BY_NAME}))
def test_hooks_are_given_every_format(name):
    """A file of any format that okyaku reads is passed to its hooks, ours is not."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    path = f"site/x{name}" if name.startswith(".") else f"site/{name}"
    for hook in yaml.safe_load(text):
        assert re.search(hook["files"], path)
        assert not re.search(hook["files"], f"{path}.py")
        assert re.search(hook["exclude"], "site/okyaku.toml")
        assert not re.search(hook["exclude"], path)
