"""What programs of the system read for us, confined: documents by LibreOffice, archives by bsdtar (`make office`)."""

from ingest.readers.office import archives, libreoffice


def is_installed() -> bool:
    """True where the whole extra is installed."""
    return archives.is_installed() and all(map(libreoffice.is_installed, libreoffice.CONVERSIONS))
