"""English: sentences, and tokens as spaCy's blank pipeline makes them.

Importing spaCy costs most of a second, so words whose tokens are plain (letters,
hyphens, a possessive, marks round them) are cut here; the tests hold them to spaCy's
own. All others, `client.method` or `customers@example.com`, are left to spaCy.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from linter.errors import ConfigError
from linter.languages import en_fitting
from linter.languages.replacing import Replacement
from linter.values import Place, Span, Term, Token

if TYPE_CHECKING:
    from spacy.language import Language

# Marks between words that spaCy leaves inside one token: client(s), client‑side.
INFIXES = (
    r"(?<=[A-Za-z])[‐‑&+;|(\[](?=[A-Za-z])",
    r"(?<=[A-Za-z])\.\.\.(?=[A-Za-z])",
)

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"poss", "amod", "nmod", "compound", "relcl", "acl", "det"})
_CHUNK = re.compile(r"\S+")
_PLAIN = re.compile(
    r"(?P<before>[(\[{\"“”'‘’`*<>«»¿¡#$€£…,;!?]*)"
    r"(?P<inner>[A-Za-z]+(?:[-–—/:&+;|(\[‐‑,][A-Za-z]+)*)"
    r"(?P<owner>['’][sS])?"
    r"(?P<after>(?:[)\]}\"“”'‘’`*<>«»,;:!?…™®]|\.(?!\.))*)"
)
_INNER = re.compile(r"[A-Za-z]+|[^A-Za-z]")
# No audience word can end inside these: numbers, lone marks, initials, contractions.
_BARE = re.compile(
    r"[^A-Za-z]+|[^A-Za-z]*(?:[A-Za-z]{1,3}[.'’&])*[A-Za-z]{0,3}[^A-Za-z]*|"
    r"[A-Za-z]+(?:n['’]t|['’](?:ll|re|ve|d|m))(?:[^A-Za-z]*)",
    re.IGNORECASE,
)

_STOP = re.compile(r"(?:[.!?…]+|[。！？]+)[\"”’')\]*_»]*(?=\s|$)|\n[ \t]*\n\s*")
_ABBREVIATED = re.compile(
    "adm|approx|apr|assn|aug|ave|bros|capt|cf|co|corp|dec|dept|dr|ed|eg|est|etc|feb|"
    "fig|gen|gov|hon|hr|ie|inc|incl|jan|jr|ltd?|mar|messrs|min|mrs?|ms|mt|nov|oct|ph|"
    "plc?|prof|pty|rep|resp|rev|rm|sen|sept?|sgt|sr|st|viz|vol|vs"
)
# These stand before a figure or a name and never end a sentence: No. 5, Mr. Day.
_BEFORE_NAMES = re.compile(
    "adm|approx|capt|dr|fig|gen|gov|hon|lt|messrs|mrs?|ms|mt|no|pp?|prof|rep|rev|sen|"
    "sgt|st|vs"
)
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)\.[\"”’')\]*_»]*$")
_NEXT = re.compile(r"\s*[\"“‘'(\[*_«]*(\S)")


class English:
    """English; spaCy is loaded when a word is first in doubt.

    With *pipeline*, the name of an installed spaCy pipeline, sentences and tokens are
    always that pipeline's.
    """

    def __init__(self, *, pipeline: str | None = None) -> None:
        self._pipeline = pipeline

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Return the sentences of *text*; blanks round a sentence do not belong to it.

        A stop ends a sentence where a blank follows. As in spaCy the stop of an
        abbreviation does not; unlike in spaCy neither does one before a small letter
        (*approx. two*), and an empty line always does.
        """
        if self._pipeline is not None:
            sents = [(sent.start_char, sent.end_char) for sent in self._nlp(text).sents]
            return tuple(
                span for start, end in sents for span in _stripped(text, start, end)
            )
        found: list[Span] = []
        start = 0
        for match in _STOP.finditer(text):
            if not match[0].strip() or _ends_sentence(text, start, match.end()):
                found.extend(_stripped(text, start, match.end()))
                start = match.end()
        found.extend(_stripped(text, start, len(text)))
        return tuple(found)

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """Return the tokens of *sentence*, their spans in code points of *text*."""
        if self._pipeline is not None:
            return tuple(self._by_spacy(text[sentence.start : sentence.end], sentence))
        found: list[Token] = []
        for match in _CHUNK.finditer(text, sentence.start, sentence.end):
            found.extend(self._chunk(match[0], Span(*match.span())))
        return tuple(found)

    def stretch(self, text: str, sentence: Span, offset: int) -> Span:
        """Return what stands between blanks round *offset*; it has tokens of its own.

        At a blank that is the word before it, if there is one. With a named pipeline,
        whose parser reads on, that is the whole *sentence*.
        """
        if self._pipeline is not None:
            return sentence
        blank = text.rfind(" ", sentence.start, offset)
        before = text[max(blank + 1, sentence.start) : offset]
        word = before.split()[-1] if before and not before[-1].isspace() else ""
        rest = _CHUNK.match(text, offset, sentence.end)
        return Span(offset - len(word), rest.end() if rest else offset)

    def replace(self, place: Place, old: Term, new: Term) -> Replacement | None:
        """Return how *new* goes where *old* stands: its number, capitals, article.

        None where the result would say the same word twice (*clients and customers*)
        or *new* has no such form.
        """
        return en_fitting.fit(place, old, new)

    def ties(self, text: str, sentence: Span, word: Span) -> tuple[Span, ...]:
        """Return the subject of the clause of *word*, and the modifiers of *word*.

        Both are read off the dependencies (ClearNLP labels) of the named pipeline;
        without one nothing is known.
        """
        if self._pipeline is None:
            return ()
        document = self._nlp(text[sentence.start : sentence.end])
        start = word.start - sentence.start
        found = next((token for token in document if token.idx >= start), None)
        if found is None:
            return ()
        tied = [child for child in found.children if child.dep_ in _MODIFIERS]
        for above in (found, *found.ancestors):
            subjects = [one for one in above.children if one.dep_ in _SUBJECTS]
            if subjects:
                tied += [one for one in subjects if found not in list(one.subtree)]
                break
        return tuple(
            Span(
                sentence.start + one.left_edge.idx,
                sentence.start + one.right_edge.idx + len(one.right_edge.text),
            )
            for one in tied
        )

    def _chunk(self, chunk: str, span: Span) -> Iterator[Token]:
        plain = _PLAIN.fullmatch(chunk)
        if plain is None:
            if _BARE.fullmatch(chunk):
                yield Token(chunk, span)
            else:
                yield from self._by_spacy(chunk, span)
            return
        for name, pattern in (
            ("before", _MARK),
            ("inner", _INNER),
            ("owner", _WHOLE),
            ("after", _MARK),
        ):
            for part in pattern.finditer(plain[name] or ""):
                start = span.start + plain.start(name) + part.start()
                yield Token(part[0], Span(start, start + len(part[0])))

    def _by_spacy(self, text: str, span: Span) -> Iterator[Token]:
        nlp = self._nlp
        document = nlp(text) if self._pipeline else nlp.make_doc(text)
        for token in document:
            if not token.is_space:
                start = span.start + token.idx
                where = Span(start, start + len(token.text))
                yield Token(token.text, where, token.pos_, token.lemma_)

    @cached_property
    def _nlp(self) -> "Language":
        import spacy  # noqa: PLC0415 - costs most of a second, and not always used
        from spacy.util import compile_infix_regex  # noqa: PLC0415

        if self._pipeline is not None:
            try:
                return spacy.load(self._pipeline)
            except (OSError, ValueError, ImportError) as error:
                raise ConfigError("config-pipeline", pipeline=self._pipeline) from error
        nlp = spacy.blank("en")
        infixes = (*(nlp.Defaults.infixes or ()), *INFIXES)
        # A blank pipeline's tokenizer is always spaCy's own class.
        nlp.tokenizer.infix_finditer = (  # type: ignore[union-attr]
            compile_infix_regex(infixes).finditer
        )
        return nlp


_MARK = re.compile(r".")
_WHOLE = re.compile(r".+")


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    inner = part.strip()
    if inner:
        begin = start + len(part) - len(part.lstrip())
        yield Span(begin, begin + len(inner))


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether the stop before *end* ends the sentence that began at *start*."""
    following = _NEXT.match(text, end)
    if following is None:
        return True
    if following[1].islower():
        return False
    last = _LAST_WORD.search(text[max(start, end - 30) : end])
    if last is None:
        return True
    word = last[1].casefold()
    if len(word) == 1 or "." in word or _BEFORE_NAMES.fullmatch(word):
        return False
    return _ABBREVIATED.fullmatch(word) is None
