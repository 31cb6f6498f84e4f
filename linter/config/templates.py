"""The commented file that `okyaku init` writes."""

import json

from linter.messages import say


def template(
    model: str | None, *, names: tuple[str, ...] = (), ui_lang: str = "en"
) -> str:
    """Return an `okyaku.toml` for *model*, explained in *ui_lang*.

    *names* are what the business calls itself. Without a model its line is a comment.
    """
    declared = f"model = {_quoted(model)}" if model else '# model = "law"'
    listed = ", ".join(_quoted(name) for name in names)
    called = (
        f"names = [{listed}]" if names else '# names = ["Acme", "アクメ", "아크메"]'
    )
    return say(
        "config-template",
        ui_lang,
        model=declared,
        names=called,
        language=f'ui_lang = "{ui_lang}"',
    )


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string; DEL alone must be escaped in TOML only.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
