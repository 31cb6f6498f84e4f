"""Office files made by hand: small, whole, and as odd as a test needs them."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MIME = "application/vnd.openxmlformats-officedocument"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
IMAGE = bytes(range(256)) * 40


def packed(members, *, stored=("mimetype", "word/media/a.png")):
    """Return a zip file of *members*, pairs of name and contents, in their order."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, contents in members:
            info = zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 2))
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.compress_type = how
            info.external_attr = 0o600 << 16
            file.writestr(info, contents)
    return out.getvalue()


def relations(*triples):
    """Return a part of relations: id, kind and target of each."""
    lines = "".join(
        f'<Relationship Id="{one}" Type="{R}/{kind}" Target="{target}"/>'
        for one, kind, target in triples
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def content_types(**parts):
    """Return the part that names the type of each of *parts*."""
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{MIME}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f"{lines}</Types>"
    )


def p(*runs, style="", props=""):
    """Return a paragraph of Word; a run that is text gets its element."""
    if style:
        props = f'<w:pStyle w:val="{style}"/>{props}'
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def r(text, props=""):
    """Return a run of Word, with the text as it stands in XML."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


STYLES = [
    ("1", "heading 1", ""),
    ("aa", "My heading", '<w:basedOn w:val="1"/>'),
    ("t", "Title", ""),
    ("c", "caption", ""),
    ("q", "Intense Quote", ""),
    ("lb", "List Bullet", ""),
    ("o", "Chapter", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    ("loop", "Loop", '<w:basedOn w:val="loop"/>'),
]


def word(element, inner):
    """Return a part of Word whose root is *element*."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'{DECLARATION}<w:{element} xmlns:w="{W}" xmlns:mc="{mc}">{inner}</w:{element}>'
    )


def docx(body, *, first=(), last=(), **parts):
    """Return a Word file; *parts* are headers, footers, footnotes and endnotes."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/>'
        f"{more}</w:style>"
        for one, name, more in STYLES
    )
    kinds = {"hdr": "header", "ftr": "footer"}
    targets = [("rId1", "styles", "styles.xml")]
    files = []
    for number, (name, inner) in enumerate(parts.items(), 2):
        root = name.rstrip("0123456789")
        targets.append((f"rId{number}", kinds.get(root, root), f"{name}.xml"))
        files.append((f"word/{name}.xml", word(root, inner)))
    main = "wordprocessingml.document.main"
    return packed(
        [
            *first,
            ("[Content_Types].xml", content_types(**{"word/document.xml": main})),
            ("_rels/.rels", relations(("rId1", "officeDocument", "word/document.xml"))),
            ("word/document.xml", word("document", f"<w:body>{body}</w:body>")),
            ("word/_rels/document.xml.rels", relations(*targets)),
            ("word/media/a.png", IMAGE),
            ("word/styles.xml", word("styles", styles)),
            *files,
            *last,
        ]
    )


def shape(*paragraphs, holder=""):
    """Return a shape of a slide; *holder* is the type of its placeholder."""
    kind = f'<p:nvPr><p:ph type="{holder}"/></p:nvPr>' if holder else "<p:nvPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/>{kind}</p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def ap(*runs, props=""):
    """Return a paragraph of a slide; a run that is text gets its element."""
    inner = "".join(run if run.startswith("<") else ar(run) for run in runs)
    return f"<a:p><a:pPr>{props}</a:pPr>{inner}</a:p>"


def ar(text, lang="en-US"):
    """Return a run of a slide."""
    return f'<a:r><a:rPr lang="{lang}"/><a:t>{text}</a:t></a:r>'


def pptx(*slides, notes=None):
    """Return a presentation of *slides* (the insides of their shape trees).

    The parts are numbered backwards; *notes* are those of a slide by its number.
    """
    notes = notes or {}
    count = len(slides)
    names = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
    ids = "".join(
        f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, count + 1)
    )
    types = {"ppt/presentation.xml": "presentationml.presentation.main"}
    members = [
        ("_rels/.rels", relations(("rId1", "officeDocument", "ppt/presentation.xml"))),
        (
            "ppt/presentation.xml",
            (
                f"{DECLARATION}<p:presentation {names}><p:sldIdLst>{ids}</p:sldIdLst>"
                "</p:presentation>"
            ),
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            relations(
                *(
                    (f"rId{n}", "slide", f"slides/slide{count + 1 - n}.xml")
                    for n in range(1, count + 1)
                )
            ),
        ),
    ]

    def tree(root, inner):
        return (
            f"{DECLARATION}<p:{root} {names}><p:cSld><p:spTree><p:nvGrpSpPr>"
            '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
            f"<p:grpSpPr/>{inner}</p:spTree></p:cSld></p:{root}>"
        )

    for number, slide in enumerate(slides, 1):
        part = count + 1 - number
        types[f"ppt/slides/slide{part}.xml"] = "presentationml.slide"
        members.append((f"ppt/slides/slide{part}.xml", tree("sld", slide)))
        if number in notes:
            types[f"ppt/notesSlides/notes{part}.xml"] = "presentationml.notesSlide"
            members += [
                (f"ppt/notesSlides/notes{part}.xml", tree("notes", notes[number])),
                (
                    f"ppt/slides/_rels/slide{part}.xml.rels",
                    relations(
                        ("rId1", "notesSlide", f"../notesSlides/notes{part}.xml"),
                    ),
                ),
            ]
    return packed([("[Content_Types].xml", content_types(**types)), *members])


ODF = " ".join(
    f'xmlns:{short}="{OASIS}:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
    )
)


def odt(body, *, margins="", manifest="", last=()):
    """Return an OpenDocument text; *margins* are the headers and footers."""
    entries = (
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" '
        f'manifest:media-type="text/xml">{manifest}</manifest:file-entry>'
    )
    return packed(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                (
                    f"{DECLARATION}<office:document-content {ODF}><office:body>"
                    f"<office:text>{body}</office:text></office:body>"
                    "</office:document-content>"
                ),
            ),
            (
                "styles.xml",
                (
                    f"{DECLARATION}<office:document-styles {ODF}><office:styles>"
                    "<style:header-style/></office:styles><office:master-styles>"
                    f'<style:master-page style:name="Standard">{margins}'
                    "</style:master-page></office:master-styles>"
                    "</office:document-styles>"
                ),
            ),
            (
                "META-INF/manifest.xml",
                (
                    f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0">'
                    f"{entries}</manifest:manifest>"
                ),
            ),
            *last,
        ]
    )


def members(data):
    """Return what is in the zip file *data*: headers and contents, in order."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [
            (
                info.filename,
                info.compress_type,
                info.date_time,
                info.external_attr,
                info.create_system,
                file.read(info),
            )
            for info in file.infolist()
        ]


def told(document):
    """Return kind, text and place of each block."""
    return [(block.kind.value, block.text, block.where) for block in document.blocks]
