"""Old Word and WPS files (.doc, .wps) through LibreOffice, where it is installed: to .docx, and that to text."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from yuedu.errors import SourceError
from yuedu.intake.converted import Converted
from yuedu.intake.docx.reader import read_docx

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 90
WAY_OUT = "save it as .docx or .odt in Word, WPS or LibreOffice, or install LibreOffice"


def read_doc(data: bytes, name: str) -> Converted:
    """The text of a .doc or .wps; raises `SourceError` where LibreOffice is not there, or cannot read the file."""
    program = next((path for p in PROGRAMS if (path := shutil.which(p))), None)
    if program is None:
        raise SourceError(name, None, "an old Word or WPS document, which only LibreOffice reads here", WAY_OUT)
    with tempfile.TemporaryDirectory(prefix="yuedu-") as folder:
        source = Path(folder) / "source.doc"
        source.write_bytes(data)
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise SourceError(name, None, f"LibreOffice did not read it in {SECONDS} seconds", WAY_OUT) from None
        made = source.with_suffix(".docx")
        if not made.exists():
            raise SourceError(name, None, "LibreOffice cannot read it: it is damaged, or no document", WAY_OUT)
        converted = read_docx(made.read_bytes(), name)
    return Converted(converted.text, f"{_version(program)}, {converted.converter}", converted.notes)


def _version(program: str) -> str:
    """`LibreOffice 7.4.7.2`"""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=SECONDS, check=False).stdout
    return " ".join(said.split()[:2]) or "LibreOffice"
