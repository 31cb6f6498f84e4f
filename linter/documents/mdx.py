"""MDX: Markdown in which JavaScript and components stand; none of it is ever run.

What is no copy is blanked, place for place, before the page is read as Markdown:
imports, exports and expressions. A tag that has lines of its own gets blank lines
around it, since what stands between such tags is Markdown in MDX, and indentation
there means nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.documents import markdown, markup
from linter.values import Block, Comment, Document, Span

_CODE = re.compile(
    r"\A---[ \t]*\r?\n.*?^---[ \t]*\r?$|"
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n"
    r"(?:.*?^[ \t]*(?P=fence)[`~]*[ \t]*\r?$|.*\Z)|"
    r"(?<!`)(?P<ticks>`{1,2})(?!`)[^`\n]+(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_BRACE = re.compile(r"\\[{}]|[{}]")
_FRAGMENT = re.compile(r"</?>")
_MODULE = re.compile(r"(?:import|export)[ \t{*]")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n|\Z")
_KEPT = re.compile(r"\{[A-Za-z_][\w.]*\}")  # what a placeholder looks like
_STRING = re.compile(
    r"""\{\s*(?:"[^"\\\n{}]*"|'[^'\\\n{}]*'|`[^`"\\\n{}]*`)\s*\}""", re.ASCII
)
_MARKS = re.compile(r"^\{\s*[\"'`]|[\"'`]\s*\}$")
_REMARK = re.compile(r"\{\s*/\*(?P<text>.*?)\*/\s*\}", re.DOTALL)
_IN_TAG = re.compile(r"<[A-Za-z][^<>]*[\w-]=\Z")
_LOOKED_BACK = 2_000
_TAGS = re.compile(
    r"[ \t]*(?:</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>[ \t]*)++(?=\r?\n|\Z)"
)
_BREAK_OR_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'|[\r\n]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_CHILD = 4  # columns that what a tag holds is at most further in than the tag


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each part of the page, and its remarks."""
    code = [Span(*found.span()) for found in _CODE.finditer(source)]
    braces = list(_braces(source, code))
    text = _blanked(source, braces, code)
    lines = tuple(_lines(text))
    starts = [0]
    for _, written in lines:
        starts.append(starts[-1] + len(written))

    def origin(point: int) -> int:
        line = min(bisect_right(starts, point) - 1, len(lines) - 1)
        return lines[line][0] + point - starts[line] if lines else point

    text = "".join(written for _, written in lines)
    document = markdown.Page(source, text, origin, xml=True).document(path, "mdx")
    comments = [*document.comments, *_remarks(source, braces)]
    comments.sort(key=lambda comment: comment.span)
    return replace(document, comments=tuple(comments))


def encode(text: str, block: Block) -> str:
    """Return *text* with what would be markup where *block* stands escaped."""
    return markdown.encode(text, block).replace("{", "\\{").replace("}", "\\}")


def _inside(spans: list[Span], starts: list[int], at: int) -> Span | None:
    """Return the one of *spans*, which are in order, that holds *at*."""
    index = bisect_right(starts, at) - 1
    return spans[index] if index >= 0 and at < spans[index].end else None


def _braces(source: str, code: list[Span]) -> Iterator[Span]:
    """Yield the outermost pairs of braces outside of *code*: each an expression."""
    starts = [span.start for span in code]
    opened: list[int] = []
    pairs: list[Span] = []
    for brace in _BRACE.finditer(source):
        at = brace.start()
        if _inside(code, starts, at):
            continue
        if brace.group() == "{":
            opened.append(at)
        elif brace.group() == "}" and opened:
            start = opened.pop()
            while pairs and pairs[-1].start > start:
                pairs.pop()
            pairs.append(Span(start, at + 1))
    yield from pairs


def _modules(source: str, braces: list[Span], code: list[Span]) -> Iterator[Span]:
    """Yield what `import` and `export` take: to a blank line outside of braces."""
    spans = list(_merged([*braces, *code]))
    starts = [span.start for span in spans]
    done, fresh = 0, True
    for line in _LINE.finditer(source):
        at = line.start()
        holder = _inside(spans, starts, at)
        if fresh and at >= done and holder is None and _MODULE.match(source, at):
            done = at
            while True:
                blank = _BLANK_LINE.search(source, done)
                done = blank.start() if blank else len(source)
                holder = _inside(spans, starts, done)
                if holder is None:
                    break
                done = holder.end
            yield Span(at, done)
        fresh = not line.group().strip() or line.end() <= done or holder is not None


def _blanked(source: str, braces: list[Span], code: list[Span]) -> str:
    """Return *source* with what is no copy replaced by spaces, as long as before."""
    starts = [span.start for span in code]
    fragments = (Span(*found.span()) for found in _FRAGMENT.finditer(source))
    fragments = (one for one in fragments if not _inside(code, starts, one.start))
    spans = [*braces, *_modules(source, braces, code), *fragments]
    parts: list[str] = []
    done = 0
    for span in _merged(spans):
        parts.append(source[done : span.start])
        parts.append(_instead(source, span))
        done = span.end
    parts.append(source[done:])
    return "".join(parts)


def _instead(source: str, span: Span) -> str:
    """Return what stands in for the expression or statement at *span*."""
    says = source[span.start : span.end]
    value = _IN_TAG.search(source, max(0, span.start - _LOOKED_BACK), span.start)
    if value:
        if _STRING.fullmatch(says):
            return f" {says[1:-1]} ".replace("`", '"')
        return '""' + _spaces(says[2:])
    if _STRING.fullmatch(says):
        return _MARKS.sub(lambda marks: " " * len(marks.group()), says)
    return says if _KEPT.fullmatch(says) else _spaces(says)


def _spaces(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield *spans* in order, those within others left out."""
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines to be read as Markdown, each with where it stands in *text*."""
    indents: list[int] = []
    at = 0
    while at < len(text):
        tags = _TAGS.match(text, at)
        if tags:
            indent = len(tags.group()) - len(tags.group().lstrip(" \t"))
            yield at, "\n"
            yield at + indent, _BREAK_OR_VALUE.sub(_unbroken, tags.group()[indent:])
            yield tags.end(), "\n\n"
            at = text.find("\n", tags.end()) + 1 or len(text)
            indents = _nested(indents, tags.group(), indent)
            continue
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end]
        most = indents[-1] + _CHILD if indents else 0
        inward = min(most, len(line) - len(line.lstrip(" \t")))
        yield at + inward, line[inward:]
        at = end


def _unbroken(found: re.Match[str]) -> str:
    return " " if found.group() in "\r\n" else found.group()


def _nested(indents: list[int], tags: str, indent: int) -> list[int]:
    """Return the indents of the tags that are open after *tags*."""
    indents = list(indents)
    for tag in markup.tokens(tags, xml=True):
        if not isinstance(tag, markup.Tag) or tag.empty:
            continue
        if not tag.closing:
            if tag.name not in markup.VOID:
                indents.append(indent)
        elif indents:
            indents.pop()
    return indents


def _remarks(source: str, braces: list[Span]) -> Iterator[Comment]:
    for span in braces:
        remark = _REMARK.fullmatch(source, span.start, span.end)
        if remark:
            yield Comment(remark["text"].strip(), span)
