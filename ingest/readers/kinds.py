"""Kinds of files that no reader reads, in words of the user, and what to do with each."""

_AS_DOCX = "save it as .docx in Word or WPS and publish it again"
_AS_XLSX = "save it as .xlsx in Excel or WPS and publish it again"
_AS_PDF = "save it as PDF and publish it again"
_UNPACK = "unpack it and put what it holds among the documents, or pack it as .zip"
_PICTURE = "save it as PNG, JPEG or PDF and publish it again"
_NO_DOCUMENT = "it is no document: take it away"
_IN_CLEAR = "export it in clear from the security software and publish it again"

ADVICE = {
    "RAR archive": _UNPACK,
    "7-Zip archive": _UNPACK,
    "gzip archive": _UNPACK,
    "bzip2 archive": _UNPACK,
    "xz archive": _UNPACK,
    "Zstandard archive": _UNPACK,
    "tar archive": _UNPACK,
    "Cabinet archive": _UNPACK,
    "Word 97-2003 document (.doc)": _AS_DOCX,
    "Rich Text document": _AS_DOCX,
    "WPS document (.wps)": _AS_DOCX,
    "WPS spreadsheet (.et)": _AS_XLSX,
    "WPS presentation (.dps)": _AS_PDF,
    "OpenDocument file": _AS_PDF,
    "UOF document (标文通)": "save it as .docx or .xlsx in WPS and publish it again",
    "PowerPoint presentation": _AS_PDF,
    "PowerPoint 97-2003 presentation": _AS_PDF,
    "Visio drawing": _AS_PDF,
    "Outlook message": "put its attachments among the documents",
    "Hangul document (.hwp)": _AS_PDF,
    "XPS document": _AS_PDF,
    "EPUB book": _AS_PDF,
    "Apple iWork document": _AS_PDF,
    "CAJ document": _AS_PDF,
    "Founder CEB document": _AS_PDF,
    "DjVu document": _AS_PDF,
    "PostScript document": _AS_PDF,
    "WebP picture": _PICTURE,
    "HEIC picture": _PICTURE,
    "BMP picture": _PICTURE,
    "video": _NO_DOCUMENT,
    "program": _NO_DOCUMENT,
    "shortcut to a file": "put the file itself among the documents",
    "SQLite database": "export its tables as .xlsx and publish them",
    "Access database": "export its tables as .xlsx and publish them",
    "Parquet file": "export it as .xlsx or .csv and publish it again",
    "XML file": "publish the document that was made of it",
    "file of a document security program": _IN_CLEAR,
    "OLE file": "open it in the program that wrote it and save it as .docx, .xlsx or PDF",
}
"""What to do with a file of each kind."""

_OF_WPS = {"et": "WPS spreadsheet (.et)", "wps": "WPS document (.wps)", "dps": "WPS presentation (.dps)"}
_AS_OFFICE = ("OLE file", "Word 97-2003 document (.doc)", "PowerPoint 97-2003 presentation")
"""WPS writes its own files as Office writes older ones."""


def named(kind: str, file_name: str) -> str:
    """The kind of a file that no reader reads; by its name where WPS and Office write the same."""
    ending = file_name.rpartition(".")[2].lower()
    return _OF_WPS.get(ending, kind) if kind in _AS_OFFICE else kind
