"""Tables whose cells are parted by tabs."""

from linter.documents.csv_cells import encode, table
from linter.values import Document

__all__ = ["encode", "read"]


def read(source: str, path: str = "") -> Document:
    """Return *source* with a block for each cell that is copy."""
    return table(source, path, mark="\t", format_="tsv")
