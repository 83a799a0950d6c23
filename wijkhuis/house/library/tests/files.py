"""Real files for the stories: PDF by fpdf2, DOCX by python-docx, and broken ones."""

import io
import zipfile

from docx import Document as Word
from fpdf import FPDF
from PIL import Image

VISION = "In 2030 kent iedereen in de Noorderpoort zijn buren. De buurttuin achter de flat wordt een ontmoetingsplek."
MINUTES = "De bewoners willen een nieuwe speeltuin. Voor de schuldhulpverlening komt een spreekuur op dinsdag."


def pdf(*pages, title="", password=""):
    made = FPDF()
    made.set_title(title)
    for words in pages:
        made.add_page()
        made.set_font("Helvetica", size=12)
        made.multi_cell(0, 7, words)
    if password:
        made.set_encryption(owner_password=password + "x", user_password=password)
    return bytes(made.output())


def scan():
    """A page that is only a picture."""
    picture = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(picture, "PDF")
    return picture.getvalue()


def docx(*parts, title=""):
    """A document from (heading, words) pairs."""
    made, out = Word(), io.BytesIO()
    made.core_properties.title = title
    for heading, words in parts:
        made.add_heading(heading, level=1)
        made.add_paragraph(words)
    made.save(out)
    return out.getvalue()


def html(body, *, head=""):
    return (
        f"<!doctype html><html lang='nl'><head><title>Wijkkrant</title>{head}</head><body>{body}</body></html>".encode()
    )


def zip_bomb():
    """A small package that says it becomes very large."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (400 * 1024 * 1024))
    return out.getvalue()


def with_entities():
    """A Word document that asks for a file of ours and grows when it is read."""
    out, plain = io.BytesIO(), io.BytesIO(docx(("Kop", "tekst")))
    trap = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w") as package:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = trap + content.split(b"?>", 1)[1].replace(b"tekst", b"tekst &x;")
            package.writestr(name, content)
    return out.getvalue()
