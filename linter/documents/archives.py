"""Zip archives of office files: read with limits, rewritten one member at a time."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from linter.errors import ReadError

MAX_MEMBER = 64 << 20
MAX_TOTAL = 128 << 20
MAX_RATIO = 200
MAX_MEMBERS = 10_000

_RATIO_FROM = 1 << 20  # smaller members may be packed as tightly as they like
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _SIZES_AFTER = 0x1, 0x8
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ALL_ONES = 0xFFFFFFFF
_LOCAL_SIZES = 14  # where CRC, packed and unpacked size stand in a local header
_CENTRAL_SIZES, _CENTRAL_OFFSET = 16, 42


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip file in memory: its bytes, what is in it, and how it is called.

    *path* is the file, *format* the word for its kind (`.docx`): both for messages.
    """

    data: bytes
    path: str
    format: str
    members: Mapping[str, ZipInfo]


def opened(data: bytes, path: str, format: str) -> Archive:  # noqa: A002 - see Archive
    """Return *data* as an archive, nothing of it unpacked yet.

    Raise `ReadError` for what is no archive, is protected, or holds too much.
    """
    if data.startswith(_OLE):
        raise ReadError("office-old", where=path, format=format)
    try:
        with ZipFile(BytesIO(data)) as file:
            infos = file.infolist()
    except (BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise ReadError("office-no-archive", where=path, format=format) from error
    if len(infos) > MAX_MEMBERS:
        raise ReadError("office-too-big", where=path, part=f"{len(infos):,}")
    # Only parts in XML are ever unpacked, and no more of them than they say.
    text = sum(info.file_size for info in infos if info.filename.endswith(".xml"))
    if text > MAX_TOTAL:
        raise ReadError("office-too-big", where=path, part=f"{text:,}")
    members = {info.filename: info for info in infos}
    if len(members) < len(infos):
        raise ReadError("office-no-archive", where=path, format=format)
    return Archive(data, path, format, members)


def contents(archive: Archive, name: str) -> bytes:
    """Return member *name* unpacked; the name is looked up and never made a path.

    Raise `ReadError` if it is not there, is protected, damaged, or grows too large.
    """
    info = archive.members.get(name)
    where = archive.path
    if info is None:
        raise ReadError("office-no-part", where=where, part=name, format=archive.format)
    if info.flag_bits & _ENCRYPTED:
        raise ReadError("office-protected", where=where)
    if info.file_size > MAX_MEMBER or (
        info.file_size > max(_RATIO_FROM, info.compress_size * MAX_RATIO)
    ):
        raise ReadError("office-too-big", where=where, part=name)
    try:
        with ZipFile(BytesIO(archive.data)) as file, file.open(info) as member:
            # The header may lie about the size: no more than it says is unpacked.
            return member.read(info.file_size)
    except (BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise _damaged(archive, name, error) from error
    except (zlib.error, struct.error) as error:
        raise _damaged(archive, name, error) from error


def rewritten(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive with the contents of the members in *changed* replaced.

    All other members are the same bytes, packed, in the same order; those that
    change keep their header but for sizes and checksum. Raise `ReadError` for an
    archive that is laid out in a way that this cannot keep (zip64, gaps).
    """
    data = archive.data
    entries, directory = _directory(archive)
    out: list[bytes] = []
    moved: dict[int, int] = {}
    sizes: dict[int, bytes] = {}
    done = written = 0
    for at in sorted(entries):
        info = entries[at]
        written += at - done
        out.append(data[done:at])
        moved[at] = written
        done = at
        if info.filename in changed:
            record, sizes[at] = _record(archive, info, changed[info.filename])
            out.append(record)
            written += len(record)
            done = _record_end(archive, info, sorted(entries), directory)
    out.append(data[done:directory])
    written += directory - done
    out.append(_new_directory(archive, directory, moved, sizes, written))
    return b"".join(out)


def _damaged(archive: Archive, name: str, error: Exception) -> ReadError:
    return ReadError(
        "office-bad-part", where=archive.path, part=name, reason=str(error)
    )


def _no_writing(archive: Archive) -> ReadError:
    return ReadError("office-no-writing", where=archive.path)


def _directory(archive: Archive) -> tuple[dict[int, ZipInfo], int]:
    """Return the members by their place, and where the central directory begins."""
    data = archive.data
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + _END.size > len(data):
        raise _no_writing(archive)
    size, directory = _END.unpack_from(data, end)[5:7]
    entries = {info.header_offset: info for info in archive.members.values()}
    if (
        directory + size != end  # zip64, or something stands before the archive
        or len(entries) != len(archive.members)
        or any(not data.startswith(b"PK\x03\x04", at) for at in entries)
        or any(at >= directory for at in entries)
    ):
        raise _no_writing(archive)
    return entries, directory


def _record(archive: Archive, info: ZipInfo, plain: bytes) -> tuple[bytes, bytes]:
    """Return the local record of *info* with contents *plain*, and its sizes."""
    data, at = archive.data, info.header_offset
    header = _LOCAL.unpack_from(data, at)
    flags, name, extra = header[2], header[9], header[10]
    if info.compress_type == ZIP_STORED:
        packed = plain
    elif info.compress_type == ZIP_DEFLATED:
        packer = zlib.compressobj(wbits=-15)
        packed = packer.compress(plain) + packer.flush()
    else:
        raise _no_writing(archive)
    sizes = struct.pack("<3L", zlib.crc32(plain), len(packed), len(plain))
    start = bytearray(data[at : at + _LOCAL.size + name + extra])
    start[6:8] = struct.pack("<H", flags & ~_SIZES_AFTER)
    start[_LOCAL_SIZES : _LOCAL_SIZES + len(sizes)] = sizes
    return bytes(start) + packed, sizes


def _record_end(
    archive: Archive, info: ZipInfo, places: list[int], directory: int
) -> int:
    """Return where the record of *info* ends, the sizes that may follow included."""
    at = info.header_offset
    name, extra = _LOCAL.unpack_from(archive.data, at)[9:11]
    end = at + _LOCAL.size + name + extra + info.compress_size
    limit = next((place for place in places if place > at), directory)
    if info.flag_bits & _SIZES_AFTER:
        end = limit
    if end > limit:
        raise _no_writing(archive)
    return int(end)


def _new_directory(
    archive: Archive,
    directory: int,
    moved: Mapping[int, int],
    sizes: Mapping[int, bytes],
    start: int,
) -> bytes:
    """Return the central directory and the end record for members that moved."""
    data = bytearray(archive.data[directory:])
    at = 0
    while data.startswith(b"PK\x01\x02", at):
        fields = _CENTRAL.unpack_from(data, at)
        offset = fields[16]
        if offset not in moved or _ALL_ONES in fields:
            raise _no_writing(archive)
        if offset in sizes:
            flags = fields[3] & ~_SIZES_AFTER
            data[at + 8 : at + 10] = struct.pack("<H", flags)
            data[at + _CENTRAL_SIZES : at + _CENTRAL_SIZES + 12] = sizes[offset]
        place = at + _CENTRAL_OFFSET
        data[place : place + 4] = struct.pack("<L", moved[offset])
        at += _CENTRAL.size + sum(fields[10:13])
    data[at + 16 : at + 20] = struct.pack("<L", start)
    return bytes(data)
