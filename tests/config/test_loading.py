"""Configuration files: which one is found, what it says, what is said of mistakes."""

from datetime import date
from pathlib import Path

import pytest

from linter.config import (
    Discovery,
    Exemption,
    FailOn,
    Settings,
    discover,
    load,
    suggest,
)
from linter.config.loading import MOST_BYTES
from linter.errors import ConfigError
from linter.values import Severity, Voice

RULES = ("audience-mismatch", "audience-mixed", "variant-mixed")


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a file below a fresh folder."""

    def write_file(name, text=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def mistakes_in(path, ui_lang="en"):
    with pytest.raises(ConfigError) as caught:
        load(path, known_rules=RULES)
    return caught.value.say(ui_lang).replace(f"{path.parent}/", "")


def test_everything_a_file_can_say(write, tmp_path):
    """Each key reaches the settings as the value it stands for."""
    path = write(
        "okyaku.toml",
        """
        model = "our-firm"
        names = ["Acme", "アクメ"]
        voice = "internal"
        lang = "ja"
        ui_lang = "ko"
        lexicons = ["./our-words"]
        spellings = ["お客さま"]
        select = ["audience-mixed", "audience-mismatch"]
        ignore = ["variant-mixed"]
        severity = { audience-mixed = "error" }
        fail_on = "never"
        exclude = ["archive/"]
        [models.our-firm]
        extends = "law"
        names = "Our firm"
        why = { ko = "저희 이유" }
        prefer = ["client"]
        accept = ["generic"]
        avoid = ["customer"]
        avoid_in = { ko = ["customer", "user"] }
        words = { ja = "クライアント" }
        end_buyers = ["customer"]
        """,
    )
    settings = load(path, known_rules=RULES)
    assert settings == Settings(
        model="our-firm",
        names=("Acme", "アクメ"),
        voice=Voice.INTERNAL,
        lang="ja",
        ui_lang="ko",
        lexicons=(tmp_path / "our-words",),
        spellings=("お客さま",),
        select=("audience-mixed", "audience-mismatch"),
        ignore=("variant-mixed",),
        severity={"audience-mixed": Severity.ERROR},
        fail_on=FailOn.NEVER,
        exclude=("archive/",),
        exclude_root=tmp_path,
        models=settings.models,
        source=path,
        root=tmp_path,
    )
    assert settings.user_models == {
        "our-firm": {
            "extends": "law",
            "names": {"en": "Our firm", "ja": "Our firm", "ko": "Our firm"},
            "why": {"en": "저희 이유", "ja": "저희 이유", "ko": "저희 이유"},
            "prefer": ["client"],
            "accept": ["generic"],
            "avoid": ["customer"],
            "avoid_in": {"ko": ["customer", "user"]},
            "words": {"ja": "クライアント"},
            "end_buyers": {"prefer": ["customer"]},
        }
    }


def test_a_model_says_only_what_it_changes(write):
    """Keys that are left out are left to the model that is extended."""
    text = '[models.m]\nextends = "law"\nend_buyers = { prefer = ["user"] }'
    path = write("okyaku.toml", text)
    assert load(path).user_models == {
        "m": {"extends": "law", "end_buyers": {"prefer": ["user"]}}
    }
    write("okyaku.toml", '[models.m]\nextends = "law"')
    assert load(path).user_models == {"m": {"extends": "law"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'modle = "law"',
            "okyaku.toml:1: `modle` is not a key; did you mean `model`?",
            id="a misspelled key",
        ),
        pytest.param(
            '\nfail-on = "error"',
            "okyaku.toml:2: `fail-on` is not a key; did you mean `fail_on`?",
            id="a hyphen for an underscore",
        ),
        pytest.param(
            '[[scope]]\npaths = ["a"]\n[[scope]]\npaths = ["b"]\nmoddel = "law"',
            "okyaku.toml:5: `scope[2].moddel` is not a key; did you mean `model`?",
            id="a misspelled key in the second scope",
        ),
        pytest.param(
            'severity = { audience-mixd = "error" }',
            "okyaku.toml:1: `severity.audience-mixd`: there is no rule "
            "“audience-mixd”; did you mean “audience-mixed”?",
            id="an unknown rule in an inline table",
        ),
        pytest.param(
            'select = ["zzz"]',
            "okyaku.toml:1: `select`: there is no rule “zzz”; there are "
            "`audience-mismatch`, `audience-mixed`, `variant-mixed`.",
            id="a rule that is like none",
        ),
        pytest.param(
            'voice = "publik"',
            "okyaku.toml:1: `voice` cannot be “publik”; did you mean “public”?",
            id="a misspelled choice",
        ),
        pytest.param(
            "fail_on = true",
            "okyaku.toml:1: `fail_on` is “true” but must be one of "
            "`error`, `warning`, `info`, `never`.",
            id="a choice that is no text",
        ),
        pytest.param(
            'lang = "zh"',
            "okyaku.toml:1: `lang` is “zh” but must be one of `en`, `ja`, `ko`.",
            id="a language we do not read",
        ),
        pytest.param(
            'model = ""',
            "okyaku.toml:1: `model` must be a text in quotation marks that is not "
            'empty: `model = "…"`.',
            id="an empty text",
        ),
        pytest.param(
            'names = "Acme"',
            "okyaku.toml:1: `names` must be a list of texts in quotation marks, none "
            'of them empty: `names = ["…"]`.',
            id="a text for a list",
        ),
        pytest.param(
            'exclude = ["../other"]',
            "okyaku.toml:1: `exclude`: the pattern “../other” matches nothing; write "
            "it like a line of .gitignore, seen from this file's folder.",
            id="a pattern that leads out",
        ),
        pytest.param(
            'extend = ""',
            "okyaku.toml:1: `extend` must be a text in quotation marks that is not "
            'empty: `extend = "…"`.',
            id="an empty extend",
        ),
        pytest.param(
            '[models.m]\nwords = { ja = 1 }\nprefer = ["client"]',
            "There are 2 mistakes in okyaku.toml; correct them and run again.\n"
            "okyaku.toml:1: `models.m.extends` is missing; add it, for example "
            '`extends = "law"`.\n'
            "okyaku.toml:2: `models.m.words.ja` must be a text in quotation marks "
            'that is not empty: `ja = "…"`.',
            id="two mistakes at once",
        ),
        pytest.param(
            'model = "law"\nnames = [“Acme”]',
            "okyaku.toml:2: this is not valid TOML: for `“` use the plain ASCII "
            'character (" = [ ] ,).',
            id="curly quotation marks",
        ),
        pytest.param(
            'model = "law"\nnames',
            "okyaku.toml:2: this is not valid TOML (Expected '=' after a key in a "
            'key/value pair); write lines such as `model = "law"`.',
            id="no value",
        ),
        pytest.param(
            "a = " + "[" * 5000,
            "okyaku.toml:1: this is not valid TOML",
            id="brackets beyond all measure",
        ),
    ],
)
def test_mistakes_name_the_place_and_the_way_out(write, text, expected):
    """A mistake is said with file, line and key, and with what to write."""
    assert mistakes_in(write("okyaku.toml", text)).startswith(expected)


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("model", "1"),
        ("names", "1"),
        ("severity", "1"),
        ("models", "1"),
        ("scope", "1"),
        ("scope", "[{ paths = [] }]"),
        ("models", '{ m = { extends = "law", words = 1 } }'),
        ("models", '{ m = { extends = "law", names = 1 } }'),
        ("models", '{ m = { extends = "law", avoid_in = 1 } }'),
        ("models", '{ m = { extends = "law", end_buyers = 1 } }'),
        ("models", "{ m = 1 }"),
        ("zzz", "1"),
    ],
)
def test_every_mistake_has_a_sentence_in_each_language(write, key, value, ui_lang):
    """What is wrong with a value is said in English, Japanese and Korean."""
    said = mistakes_in(write("okyaku.toml", f"{key} = {value}"), ui_lang)
    assert said.startswith("okyaku.toml:1: ")
    assert key in said


def test_a_line_is_not_guessed(write):
    """Where a text of several lines looks like a key, no line is named."""
    path = write("okyaku.toml", 'models.m.prefer = ["client"]')
    assert mistakes_in(path).startswith("okyaku.toml: `models.m.extends`")
    path = write("okyaku.toml", 'model = """\nmodle = 1\n"""\nmodle = "law"')
    assert mistakes_in(path).startswith("okyaku.toml: `modle`")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("model = '法'".encode("cp932"), "is not UTF-8", id="Shift JIS"),
        pytest.param(b"#" * (MOST_BYTES + 1), "larger than 1 MiB", id="too big"),
    ],
)
def test_files_that_are_no_configuration(tmp_path, raw, expected):
    """A file of another encoding, or far too large, is refused."""
    path = tmp_path / "okyaku.toml"
    path.write_bytes(raw)
    assert expected in mistakes_in(path)


def test_missing_and_unreadable_files(tmp_path):
    """A file named by the user must be there and be a file."""
    assert "no such configuration file" in mistakes_in(tmp_path / "none.toml")
    assert "cannot be read" in mistakes_in(tmp_path)


def test_a_byte_order_mark_and_crlf_are_read(tmp_path):
    """Files written by editors on Windows are configuration as well."""
    path = tmp_path / "okyaku.toml"
    path.write_bytes('\ufeffmodel = "law"\r\nlang = "ja"\r\n'.encode())
    assert load(path).lang == "ja"


def test_pyproject_holds_a_table_of_ours(write):
    """`[tool.okyaku]` is read, with lines of the whole file, and must be there."""
    path = write("pyproject.toml", '[tool.okyaku]\nmodel = "law"')
    assert load(path).model == "law"
    write("pyproject.toml", '[project]\nname = "x"\n[tool.okyaku]\nmodle = "law"')
    assert mistakes_in(path).startswith("pyproject.toml:4: `modle`")
    write("pyproject.toml", "[tool]\nokyaku = 1")
    assert "no table `[tool.okyaku]`" in mistakes_in(path)


def test_the_nearest_file_is_found(write, tmp_path):
    """Folders are searched upwards; okyaku.toml goes before the other names."""
    write("okyaku.toml")
    write("site/pyproject.toml", '[project]\nname = "x"')
    copy = write("site/shop/index.md")
    assert discover(copy) == tmp_path / "okyaku.toml"
    write("site/pyproject.toml", "[tool.okyaku]")
    assert discover(copy) == tmp_path / "site/pyproject.toml"
    assert discover(copy.parent) == tmp_path / "site/pyproject.toml"
    write("site/.okyaku.toml")
    assert discover(copy) == tmp_path / "site/.okyaku.toml"
    write("site/okyaku.toml")
    assert discover(copy) == tmp_path / "site/okyaku.toml"


def test_nothing_is_found(tmp_path):
    """Where no folder up to the root has a file, there is none."""
    assert discover(tmp_path / "new/page.md") is None
    assert Discovery().settings(tmp_path / "new/page.md") == Settings()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("[tool.okyaku]\nmodel = ", True, id="ours may be in it"),
        pytest.param("[tool.other]\nmodel = ", False, id="somebody else's"),
        pytest.param("a = " + "[" * 5000, False, id="too deep"),
    ],
)
def test_a_broken_pyproject(write, text, found):
    """A broken pyproject.toml counts only where it speaks of okyaku."""
    path = write("pyproject.toml", text)
    assert (discover(path) == path) is found


def test_extend_lays_a_file_over_another(write, tmp_path):
    """Keys replace those of the base; severities, models and scopes are joined."""
    write(
        "okyaku.toml",
        'model = "law"\nlang = "ja"\nexclude = ["/old"]\nlexicons = ["words"]\n'
        '[severity]\naudience-mixed = "error"\nvariant-mixed = "off"\n'
        '[[scope]]\npaths = ["/shop/**"]\nlang = "ko"\n'
        '[models.a]\nextends = "law"',
    )
    path = write(
        "shop/okyaku.toml",
        'extend = "../okyaku.toml"\nmodel = "retail"\nignore = ["audience-mixed"]\n'
        '[severity]\nvariant-mixed = "info"\n[models.b]\nextends = "retail"',
    )
    settings = load(path, known_rules=RULES)
    assert settings.model == "retail"
    assert settings.lexicons == (tmp_path / "words",)
    assert set(settings.models) == {"a", "b"}
    assert settings.severity == {
        "audience-mixed": Severity.ERROR,
        "variant-mixed": Severity.INFO,
    }
    assert settings.ignore == ("audience-mixed",)
    assert settings.source == path
    assert settings.for_path(tmp_path / "shop/a.md").lang == "ko"
    assert settings.excludes(tmp_path / "old/a.md")
    assert not settings.excludes(tmp_path / "shop/old/a.md")


def test_extend_must_lead_somewhere_and_not_back(write):
    """A base that is missing, and a circle of files, are mistakes."""
    path = write("okyaku.toml", 'extend = "gone.toml"')
    assert "`extend` names “gone.toml”, which does not exist" in mistakes_in(path)
    write("okyaku.toml", 'extend = "a/okyaku.toml"')
    write("a/okyaku.toml", 'extend = "../okyaku.toml"')
    assert "okyaku.toml → a/okyaku.toml → okyaku.toml" in mistakes_in(path)


def test_discovery_reads_the_settings_of_each_file(write, tmp_path):
    """Two folders of one run have each their own settings, and scopes apply."""
    write(
        "okyaku.toml",
        'model = "law"\nexclude = ["old/"]\n[[scope]]\npaths = ["*.ko.md"]\nlang="ko"',
    )
    write("shop/okyaku.toml", 'model = "retail"')
    discovery = Discovery(known_rules=RULES)
    assert discovery.settings(tmp_path / "a.md").model == "law"
    assert discovery.settings(tmp_path / "a.ko.md").lang == "ko"
    assert discovery.settings(tmp_path / "shop/deep/a.md").model == "retail"
    assert discovery.excludes(tmp_path / "old", directory=True)
    assert not discovery.excludes(tmp_path / "shop/old", directory=True)


def test_discovery_obeys_the_user(write, tmp_path):
    """A file that is named holds everywhere; isolated runs read none."""
    write("shop/okyaku.toml", 'model = "retail"')
    named = write("other.toml", 'model = "law"')
    copy = tmp_path / "shop/a.md"
    assert Discovery(config=named).settings(copy).model == "law"
    assert Discovery(isolated=True).settings(copy).model is None


def test_files_are_named_as_seen_from_here(write, monkeypatch, tmp_path):
    """Below the working directory a message has the short path."""
    write("okyaku.toml", "x = 1")
    monkeypatch.chdir(tmp_path)
    assert mistakes_in(discover(Path("a.md"))).startswith("okyaku.toml:1: `x`")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Audience_Mixed", "audience-mixed"),
        ("audiencemismatch", "audience-mismatch"),
        ("zzz", None),
    ],
)
def test_suggest(name, expected):
    """The likeliest known name is offered, whatever its capitals and hyphens."""
    assert suggest(name, RULES) == expected


def test_exceptions_reach_the_settings(write, tmp_path):
    """An exception is one of its own file, with its day as text or as a date."""
    write(
        "base.toml",
        """
        [[exception]]
        rule = "audience-mixed"
        paths = ["legal/**"]
        reason = "as the law has it"
        until = 2027-03-31
    """,
    )
    path = write(
        "site/okyaku.toml",
        """
        extend = "../base.toml"
        baseline = ".okyaku-baseline.json"
        [[exception]]
        rule = "audience-mismatch"
        text = "Customer Club"
        reason = "the name of our club"
        until = "2027-03-30"
    """,
    )
    settings = load(path, known_rules=RULES)
    assert settings.baseline == tmp_path / "site" / ".okyaku-baseline.json"
    first, second = settings.exceptions
    assert (first.root, second.root) == (tmp_path, tmp_path / "site")
    assert (first.until, second.until) == (date(2027, 3, 31), date(2027, 3, 30))
    assert first.covers(tmp_path / "legal" / "a.md")
    assert not first.covers(tmp_path / "a.md")
    assert second.covers(Path("/anywhere.md"))


@pytest.mark.parametrize(
    ("today", "ended"),
    [
        pytest.param(date(2027, 3, 30), False, id="the last day"),
        pytest.param(date(2027, 3, 31), True, id="the day after"),
        pytest.param(None, False, id="no day is known"),
    ],
)
def test_an_exception_ends(today, ended):
    """An exception holds to the end of its last day."""
    given = Exemption("r", "b", "s", Path("/"), text="a", until=date(2027, 3, 30))
    assert given.has_ended(today) is ended
    assert not Exemption("r", "b", "s", Path("/"), text="a").has_ended(today)


@pytest.mark.parametrize("until", ["2027-03-31T10:00:00", "10:00:00", "20270331", "1"])
def test_a_day_is_a_day(write, until):
    """A time, a moment and a number are no days."""
    path = write(
        "okyaku.toml",
        f"""[[exception]]
rule = "audience-mixed"
text = "a"
reason = "b"
until = {until}""",
    )
    assert mistakes_in(path) == (
        "okyaku.toml:5: `exception[1].until` must be a day, year first: "
        '`until = "2027-03-31"`.'
    )
