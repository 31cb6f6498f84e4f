"""What is copy in a data file, by key and value."""

import pytest

from linter.documents import copy_keys
from linter.values import BlockKind


@pytest.mark.parametrize(
    "value",
    [
        "Our customers",
        "customer",
        "고객",
        "お客様",
        "customer-facing",
        "Hello, {name}!",
        "R&D",
        "Add client…",
        "https://x.y is ours",
    ],
)
def test_text(value):
    """What can be read aloud is text."""
    assert copy_keys.is_text(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "12.5 %",
        "https://customer.example/x",
        "mailto:a@b.co",
        "a@customer.com",
        "customer.com/x",
        "/img/customer.png",
        "./a/b",
        "src/customer",
        "clients/customers",
        "#fff",
        "rgb(1, 2, 3)",
        "customer_id",
        "CUSTOMER_ID",
        "customerName",
        "cart.customer.title",
        "Customer::Name",
        "@acme/customer",
        "--customer",
        "my-customer-portal",
        "{customer}",
        "{{ customer }}: %s",
        "${customer}",
    ],
)
def test_no_text(value):
    """Addresses, names in code, colours, numbers and placeholders are no text."""
    assert not copy_keys.is_text(value)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("title", "Customers", True),
        ("meta_title", "Customers", True),
        ("title_ja", "顧客", True),
        ("titleKo", "고객", True),
        ("3", "Customers", False),
        ("items.0", "Our customers stay", True),
        ("items.0", "customers", False),
        ("items", "npm run customer && x", False),
        ("items", "for each customer of ours", False),
        ("items", "for each customer of ours.", True),
        ("x", "顧客", True),
        ("slug", "Our customers stay.", False),
        ("id", "顧客", False),
    ],
)
def test_data(key, value, expected):
    """Of ordinary data only prose, and what stands under a key for people, is copy."""
    assert expected is copy_keys.is_copy(key.split("."), value)


def test_flat_keys():
    """A key that holds dots is named by what comes after the last."""
    assert copy_keys.is_copy(("cart.title",), "Customers")
    assert not copy_keys.is_copy(("cart.url",), "Our customers stay.")


def test_patterns():
    """Globs decide alone which text is copy."""
    assert copy_keys.is_copy(("a", "slug"), "customer", patterns=["*.slug"])
    assert not copy_keys.is_copy(("a", "title"), "Customers", patterns=["*.slug"])
    assert not copy_keys.is_copy(("a", "slug"), "/x/y", patterns=["*.slug"])


@pytest.mark.parametrize(
    ("path", "keys", "expected"),
    [
        ("package.json", (), True),
        ("web/tsconfig.base.json", (), True),
        ("docker-compose.dev.yml", (), True),
        (".github/workflows/x.yml", (), True),
        ("okyaku.toml", (), True),
        ("x.yml", ("on", "jobs"), True),
        ("x.json", ("$schema", "title"), True),
        ("_data/team.yml", ("title",), False),
        ("ja.json", ("cart",), False),
    ],
)
def test_configuration(path, keys, expected):
    """A file that sets up a program is told by its name, folder or keys."""
    assert expected is copy_keys.is_configuration(path, keys)


def test_kinds():
    """The last key says what a text is, and who speaks."""
    assert BlockKind.TITLE == copy_keys.kind_of(("hero", "title"))
    assert BlockKind.BUTTON == copy_keys.kind_of(("cta",))
    assert BlockKind.PARAGRAPH == copy_keys.kind_of(("x", "3"))
    assert BlockKind.PARAGRAPH == copy_keys.kind_of(("3",))
    assert copy_keys.is_quoted(("testimonials", "0", "text"))
    assert not copy_keys.is_quoted(("testimonials", "title"))
    assert not copy_keys.is_quoted(("about", "text"))
