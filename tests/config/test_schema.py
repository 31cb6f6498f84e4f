"""The JSON Schema and the loader: they must say the same of every file."""

import json
import tomllib

import jsonschema
import pytest

from linter.config import json_schema, load, schema, template
from linter.errors import ConfigError

SCHEMA = json.loads(json_schema())
RULES = SCHEMA["$defs"]["rule"]["enum"]
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

GOOD = {
    "nothing": "",
    "a model": 'model = "law"',
    "all plain keys": """
        extend = "base.toml"
        model = "law"
        names = ["Acme"]
        voice = "internal"
        lang = "ko"
        spellings = ["お客さま"]
        select = ["audience-mixed"]
        ignore = ["model-doubtful"]
        lexicons = ["./words"]
        fail_on = "info"
        exclude = ["old/", "!old/new", "/a b", "日本語"]
        ui_lang = "ja"
    """,
    "empty lists": "names = []\nexclude = []\nselect = []",
    "severities": 'severity = { audience-mixed = "off", variant-mixed = "error" }',
    "a scope": """
        [[scope]]
        paths = ["shop/**"]
        model = "retail"
        names = ["Shop"]
        voice = "public"
        lang = "ja"
        spellings = []
        select = ["variant-mixed"]
        ignore = []
        severity = { audience-mixed = "info" }
    """,
    "translations": """
        source_lang = "en"
        translations = ["content/{lang}/**"]
        copy = ["*.title"]
        pipeline = "en_core_web_sm"
        max_bytes = 1000
        max_line = 500
    """,
    "a baseline": 'baseline = ".okyaku-baseline.json"',
    "exceptions": """
        [[exception]]
        rule = "audience-mismatch"
        text = "Customer Club"
        reason = "the name of our club"
        [[exception]]
        rule = "audience-mixed"
        paths = ["legal/**"]
        reason = "as the law has it"
        until = "2027-03-31"
    """,
    "a model of one's own": """
        [models.ours]
        extends = "law"
        names = "Ours"
        why = { en = "We say so.", ja = "理由", ko = "이유" }
        prefer = ["client"]
        accept = []
        avoid = ["customer"]
        avoid_in = { ko = ["user"] }
        words = { ja = "クライアント" }
        end_buyers = { prefer = ["customer"] }
    """,
    "buyers' buyers as a list": """
        [models.ours]
        extends = "law"
        names = { en = "Ours" }
        end_buyers = ["customer"]
    """,
}

RULE = 'rule = "audience-mixed"'

BAD = {
    "an unknown key": 'modle = "law"',
    "a number for a text": "model = 1",
    "a text for a number": 'max_bytes = "1"',
    "no number": "max_line = 0",
    "true for a number": "max_line = true",
    "an empty text": 'model = ""',
    "a blank text": 'extend = "  "',
    "a text for a list": 'names = "Acme"',
    "an empty text in a list": 'names = [""]',
    "a number in a list": "spellings = [1]",
    "an unknown voice": 'voice = "loud"',
    "a voice that is no text": "voice = 1",
    "an unknown language": 'lang = "zh"',
    "an unknown language of messages": 'ui_lang = "fr"',
    "an unknown threshold": 'fail_on = "off"',
    "an unknown rule": 'select = ["mixed"]',
    "an unknown rule to ignore": 'ignore = ["mixed"]',
    "an unknown severity": 'severity = { audience-mixed = "fatal" }',
    "the severity of an unknown rule": 'severity = { mixed = "error" }',
    "a severity for everything": 'severity = "error"',
    "a comment for a pattern": 'exclude = ["# old"]',
    "a pattern that leads out": 'exclude = ["../old"]',
    "a pattern that takes back what is outside": 'exclude = ["!../old"]',
    "a pattern of nothing": 'exclude = ["/"]',
    "a pattern that takes back nothing": 'exclude = ["!"]',
    "a scope without paths": '[[scope]]\nmodel = "law"',
    "a scope with no path": "[[scope]]\npaths = []",
    "a scope with an unknown key": '[[scope]]\npaths = ["a"]\nfail_on = "never"',
    "a scope that is a table": '[scope]\npaths = ["a"]',
    "scopes that are texts": 'scope = ["a"]',
    "an exception without a rule": '[[exception]]\ntext = "a"\nreason = "b"',
    "an exception without a reason": f'[[exception]]\n{RULE}\ntext = "a"',
    "an exception of everything": f'[[exception]]\n{RULE}\nreason = "b"',
    "an exception with an unknown rule": (
        '[[exception]]\nrule = "mixed"\ntext = "a"\nreason = "b"'
    ),
    "an exception with no path": (f'[[exception]]\n{RULE}\npaths = []\nreason = "b"'),
    "an exception until some day": (
        f'[[exception]]\n{RULE}\ntext = "a"\nreason = "b"\nuntil = "soon"'
    ),
    "an exception until a day that is none": (
        f'[[exception]]\n{RULE}\ntext = "a"\nreason = "b"\nuntil = "2027-13-01"'
    ),
    "an exception with an unknown key": (
        f'[[exception]]\n{RULE}\ntext = "a"\nreason = "b"\nmodel = "law"'
    ),
    "an exception that is a table": f'[exception]\n{RULE}\ntext = "a"\nreason = "b"',
    "exceptions that are texts": 'exception = ["a"]',
    "a baseline that is a list": 'baseline = ["a"]',
    "a model that extends nothing": '[models.ours]\nprefer = ["client"]',
    "a model with an unknown key": '[models.ours]\nextends = "law"\nprefers = []',
    "a model that is a text": 'models = { ours = "law" }',
    "models that are a list": "models = []",
    "a name in another language": '[models.m]\nextends = "law"\nnames = { fr = "N" }',
    "an empty name": '[models.m]\nextends = "law"\nnames = ""',
    "words as a text": '[models.m]\nextends = "law"\nwords = "client"',
    "a word as a list": '[models.m]\nextends = "law"\nwords = { ja = ["a"] }',
    "concepts by another language": '[models.m]\nextends="law"\navoid_in={fr=["a"]}',
    "concepts by language as a text": '[models.m]\nextends="law"\navoid_in={ja="a"}',
    "avoid_in as a list": '[models.m]\nextends = "law"\navoid_in = ["a"]',
    "an odd key of buyers' buyers": '[models.m]\nextends="law"\nend_buyers={avoid=[]}',
    "buyers' buyers as a text": '[models.m]\nextends = "law"\nend_buyers = "user"',
}


@pytest.fixture
def loads(tmp_path):
    """Return a function that tells whether the loader takes a text."""
    (tmp_path / "base.toml").touch()

    def try_to_load(text):
        path = tmp_path / "okyaku.toml"
        path.write_text(text, encoding="utf-8")
        try:
            load(path, known_rules=RULES)
        except ConfigError:
            return False
        return True

    return try_to_load


def test_the_schema_is_a_schema():
    """It is itself valid by draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", [pytest.param(GOOD[name], id=name) for name in GOOD])
def test_good_files_pass_both(loads, text):
    """A good file is taken by the loader and by the schema."""
    assert [] == list(VALIDATOR.iter_errors(tomllib.loads(text)))
    assert loads(text)


@pytest.mark.parametrize("text", [pytest.param(BAD[name], id=name) for name in BAD])
def test_bad_files_pass_neither(loads, text):
    """A bad file is refused by the loader and by the schema."""
    assert not VALIDATOR.is_valid(tomllib.loads(text))
    assert not loads(text)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(schema.FILE, SCHEMA, id="file"),
        pytest.param(schema.SCOPE, SCHEMA["$defs"]["scope"], id="scope"),
        pytest.param(schema.MODEL, SCHEMA["$defs"]["model"], id="model"),
        pytest.param(schema.EXCEPTION, SCHEMA["$defs"]["exception"], id="exception"),
    ],
)
def test_both_know_the_same_keys(ours, theirs):
    """Every key of the loader is in the schema, and every key of it in the loader."""
    assert sorted(ours) == sorted(theirs["properties"])


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
@pytest.mark.parametrize(
    ("model", "names"),
    [
        pytest.param("law", ("Acme", "アクメ"), id="a model and names"),
        pytest.param(None, (), id="nothing known"),
        pytest.param("law", ('A "quoted" \\ name\x7f',), id="an odd name"),
    ],
)
def test_the_template_loads(tmp_path, model, names, ui_lang):
    """What `okyaku init` writes is a good file, in every language."""
    path = tmp_path / "okyaku.toml"
    path.write_text(template(model, names=names, ui_lang=ui_lang), encoding="utf-8")
    settings = load(path, known_rules=RULES)
    assert (model, names, ui_lang) == (settings.model, settings.names, settings.ui_lang)


@pytest.mark.parametrize("ui_lang", ["en", "ja", "ko"])
def test_the_template_loads_with_every_line_switched_on(tmp_path, ui_lang):
    """The settings that the template only shows are good ones too."""
    lines = template("law", ui_lang=ui_lang).splitlines()
    shown = [line.removeprefix("# ") for line in lines if _is_a_setting(line)]
    path = tmp_path / "okyaku.toml"
    path.write_text("\n".join(shown), encoding="utf-8")
    given = set(tomllib.loads("\n".join(shown)))
    assert given == set(schema.FILE) - {"extend", "select", "ignore"}
    assert load(path, known_rules=RULES).scopes


def _is_a_setting(line):
    bare = line.removeprefix("# ")
    return " = " in bare or bare.startswith("[")
