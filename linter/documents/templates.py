"""What Astro, Svelte and Vue have in common: HTML with expressions in braces.

Nothing is ever run. What is no copy is blanked, place for place, and what is left is
read as HTML; an expression that only names a value stays, as the placeholder it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.documents import html
from linter.documents.flow import Flow
from linter.documents.markup import VOID
from linter.values import Block, Comment, Document, Span

_MARKUP = re.compile(
    r"(?P<comment><!--(?:.*?-->|.*\Z))|"
    r"(?P<tag></?(?:(?P<name>[A-Za-z][^\s/>{]*)|(?=>)))|(?P<brace>\{)",
    re.DOTALL,
)
_SCRIPT = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|"
    r"/\*(?:.*?\*/|.*\Z)|(?<!:)//[^\n]*+|(?P<mark>[{}])|(?P<tag><(?=[A-Za-z>]))",
    re.DOTALL,
)
_IN_TAG = re.compile(r"[\"'`{}>]")
_BEFORE_TAG = re.compile(r"(?:[(&|?:,=>{\[;]|\breturn)\s*\Z")
_LOOKED_BACK = 200
_RAW = frozenset(("script", "style"))
_NAME = re.compile(r"\{\s*[A-Za-z_$][\w.$]*\s*\}|\{\{\s*[A-Za-z_$][\w.$]*\s*\}\}")
_STRING = re.compile(r"\{\s*(?:\"[^\"\\\n]*\"|'[^'\\\n]*'|`[^`$\\]*`)\s*\}")
_STRING_MARKS = re.compile(r"\A\{\s*[\"'`]|[\"'`]\s*\}\Z")
_REMARK = re.compile(r"\{\s*/\*(?P<text>.*?)\*/\s*\}", re.DOTALL)
_VISIBLE = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What braces mean: how many begin an expression, and what may stand in them.

    *in_values*: they count between quotation marks too; *with_tags*: an expression
    may hold elements, which are copy.
    """

    name: str
    braces: str = "{"
    in_values: bool = False
    with_tags: bool = False


def document(
    source: str, path: str, dialect: Dialect, start: int = 0, end: int | None = None
) -> Document:
    """Return *source* read as *dialect* from *start* to *end*; the rest is no copy."""
    scan = _Scan(source, dialect, start, len(source) if end is None else end)
    scan.run()
    flow = Flow(xml=True)
    flow.feed("".join(scan.written()), start)
    blocks = flow.finish()
    comments = sorted((*flow.comments, *scan.remarks), key=lambda one: one.span)
    return Document(path, source, dialect.name, blocks, flow.lang, tuple(comments))


def encode(text: str, block: Block) -> str:
    """Return *text* with what would be markup or an expression escaped."""
    text = html.encode(text, block)
    return text.replace("{", "&#123;").replace("}", "&#125;")


class _Scan:
    """A walk through a template that finds its expressions, in linear time.

    *_open* holds a number for what the walk is in: how many elements are open in
    markup, none for script.
    """

    def __init__(self, source: str, dialect: Dialect, start: int, end: int) -> None:
        self.remarks: list[Comment] = []
        self._source = source
        self._dialect = dialect
        self._at = self._first = start
        self._end = end
        self._open: list[int | None] = [0]
        self._since = start
        self._blanks: list[tuple[Span, str]] = []

    def run(self) -> None:
        """Find everything that is to be blanked."""
        while self._at < self._end:
            if self._open[-1] is None:
                self._script()
            else:
                self._markup()
        if self._open[-1] is None:
            self._blank(self._since, self._end)

    def written(self) -> Iterator[str]:
        """Yield the source, with what stands in for its expressions."""
        done = self._first
        for span, text in self._blanks:
            yield self._source[done : span.start]
            yield text
            done = span.end
        yield self._source[done : self._end]

    def _markup(self) -> None:
        found = _MARKUP.search(self._source, self._at, self._end)
        if found is None:
            self._at = self._end
        elif found["tag"]:
            self._tag(found)
        elif found["brace"] and self._source.startswith(
            self._dialect.braces, found.start()
        ):
            self._since = found.start()
            self._at = found.end()
            self._open.append(None)
        else:
            self._at = found.end()

    def _script(self) -> None:
        found = _SCRIPT.search(self._source, self._at, self._end)
        if found is None:
            self._at = self._end
            return
        self._at = found.end()
        if found["mark"] == "{":
            self._open.append(None)
        elif found["mark"] == "}":
            self._open.pop()
            if self._open[-1] is not None:
                self._expression(self._since, self._at)
        elif found["tag"] and self._dialect.with_tags:
            at = found.start()
            before = self._source[max(self._since, at - _LOOKED_BACK) : at]
            if _BEFORE_TAG.search(before):
                self._blank(self._since, at)
                self._at = at
                self._open.append(0)

    def _tag(self, found: re.Match[str]) -> None:
        """Go over a tag, and out of the markup if it ends what an expression holds."""
        name = found["name"] or ""
        closing = found.group().startswith("</")
        end = self._tag_end(found.end())
        empty = self._source[end - 2 : end] == "/>" and bool(name)
        self._at = end
        if not name:
            self._blank(found.start(), end)
        if name.lower() in _RAW and not (closing or empty):
            closed = self._source.find(f"</{name}", end, self._end)
            self._at = self._end if closed < 0 else closed
        depth = self._open[-1] or 0
        if closing:
            depth -= 1
        elif not empty and name.lower() not in VOID:
            depth += 1
        self._open[-1] = depth
        if depth <= 0:
            self._open[-1] = 0
            if len(self._open) > 1:
                self._open.pop()
                self._since = self._at

    def _tag_end(self, at: int) -> int:
        """Return where the tag ends whose name ends at *at*; blank what is script."""
        quote = ""
        while found := _IN_TAG.search(self._source, at, self._end):
            mark, at = found.group(), found.end()
            if quote:
                if mark == quote:
                    quote = ""
                elif mark == "{" and self._dialect.in_values:
                    at = self._value(found.start(), quoted=True)
            elif mark in "\"'`":
                quote = mark
            elif mark == ">":
                return at
            elif mark == "{" and self._dialect.braces == "{":
                at = self._value(found.start(), quoted=False)
        return self._end

    def _value(self, start: int, *, quoted: bool) -> int:
        """Blank the expression at *start* in a tag, and return where it ends."""
        depth, at = 0, start
        while found := _SCRIPT.search(self._source, at, self._end):
            at = found.end()
            depth += {"{": 1, "}": -1}.get(found["mark"] or "", 0)
            if depth == 0:
                break
        else:
            at = self._end
        if quoted or not self._source.endswith("=", 0, start):
            self._blank(start, at)
        elif _STRING.fullmatch(self._source, start, at):
            text = self._source[start + 1 : at - 1].replace("`", '"')
            self._blanks.append((Span(start, at), f" {text} "))
        else:
            text = '""' + _VISIBLE.sub(" ", self._source[start + 2 : at])
            self._blanks.append((Span(start, at), text))
        return at

    def _expression(self, start: int, end: int) -> None:
        """Blank the expression of a text, or the end of one that held elements."""
        if _NAME.fullmatch(self._source, start, end):
            return
        remark = _REMARK.fullmatch(self._source, start, end)
        if remark:
            self.remarks.append(Comment(remark["text"].strip(), Span(start, end)))
        if _STRING.fullmatch(self._source, start, end):
            says = self._source[start:end]
            text = _STRING_MARKS.sub(lambda marks: " " * len(marks.group()), says)
            self._blanks.append((Span(start, end), text))
        else:
            self._blank(start, end)

    def _blank(self, start: int, end: int) -> None:
        text = _VISIBLE.sub(" ", self._source[start:end])
        self._blanks.append((Span(start, end), text))
