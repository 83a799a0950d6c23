"""A folder of papers as a neighbourhood writes them in twenty years: invented, the same words every time, some broken.

Every page is about one theme of the library, told with half of its lines; the other half is never written down, so
that it can be asked for. Kinds, lengths and troubles are as in a real cupboard: most are PDF, some are long.
"""

import io
import json
import random
import tomllib
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from docx import Document as Word
from fpdf import FPDF
from PIL import Image

from wijkhuis.loop.signals.rules.library import FOLDER as LIBRARY

LETTERS_A_PAGE = 2_500
AUTHORS = ("Gemeente Waterkant", "Bewoners Vogelbuurt", "Welzijn Waterkant", "Wijkraad Noorderdijk")
PLACES = ("de Vogelbuurt", "Noorderdijk", "de Oude Gracht", "het Havenkwartier", "de Tuinwijk", "Kade Zuid")
KINDS = ("Wijkplan", "Verslag bewonersavond", "Wijkkrant", "Onderzoek", "Nota", "Evaluatie", "Handreiking")
MONTHS = "januari februari maart april mei juni september oktober november december".split()
FRAMES = (
    "Op de avond in {place} vertelden {n} bewoners hierover: “{said}”.",
    "In {month} van dat jaar kwam het {n} keer ter sprake bij de balie, vaak in deze woorden: {said}.",
    "De wijkraad van {place} vraagt de gemeente om voor {month} met een antwoord te komen.",
    "{signal}",
    "Uit de gesprekken aan de deur blijkt dat dit in {place} vaker speelt dan elders in de stad.",
    "Bewoners zeiden het zo: “{said}”, en ook: “{said2}”.",
    "Voor dit onderdeel is een bedrag van {n} honderd euro opgenomen, te verdelen over twee jaar.",
    "Het voorstel is om in {place} te beginnen en na een half jaar samen te kijken wat het heeft gebracht.",
    "Afgesproken is dat de werkgroep in {month} weer bij elkaar komt en dan vertelt hoe ver het is.",
    "Niet iedereen was het daarmee eens: “{said}”, zei iemand achter in de zaal.",
    "De coördinator van het buurthuis houdt bij hoe vaak het voorkomt en deelt de aantallen, nooit de namen.",
    "Eerder, in het plan van {year}, stond hier ook al iets over. Daar is toen weinig van gekomen.",
    "Over {name} is in {place} veel gesproken; het gaat over kosten, over wie het doet en wanneer het begint.",
    "Een deel van de vragen kan het buurthuis zelf oplossen. Voor de rest zijn de gemeente en de verhuurder nodig.",
)
# What must not stop the rest: name, and what becomes of it ("read", a remark or a problem of the archive).
TROUBLE = {
    "kapot.pdf": "broken",
    "half binnengehaald.pdf": "broken",
    "op slot.pdf": "encrypted",
    "gescand zonder tekst.pdf": "no_text",
    "eigenlijk een pdf.txt": "read",
    "foto met verkeerde naam.pdf": "picture",
    "leeg.txt": "empty",
    "oud.doc": "old_office",
    "groeit bij openen.docx": "too_much",
    "geen document.docx": "broken",
}

Sheet = tuple[str, list[str]]


def write_papers(folder: Path, *, pages: int) -> int:
    """Fill a folder with papers of about so many pages in all; gives how many good files there are."""
    chance = random.Random(11)
    done = files = 0
    while done < pages:
        length = min(round(chance.lognormvariate(1.9, 0.9)) + 1, 400, pages - done)
        sheets = [sheet(chance) for _page in range(length)]
        make = chance.choices((pdf, docx, html, text), (60, 20, 10, 10))[0]
        place, year = chance.choice(PLACES), chance.randint(2004, 2026)
        kind = chance.choice(KINDS)
        under = folder / str(year) / f"{kind} {place.removeprefix('de ')} {files}.{make.__name__}"
        under.parent.mkdir(parents=True, exist_ok=True)
        under.write_bytes(make(f"{kind} {place} {year}", chance.choice(AUTHORS), sheets, photo=files % 50 == 7))
        done, files = done + length, files + 1
    write_trouble(folder / "moeilijk", chance)
    return files


def questions(count: int) -> list[tuple[str, str]]:
    """(what somebody asks, the name of the theme it is about); none of these lines stands in a paper."""
    chance = random.Random(12)
    rows = [(line, theme["name"]) for theme in themes() for line in theme["lines"][1::2] if len(line.split()) > 3]
    return chance.sample(rows, min(count, len(rows)))


def words_asked(count: int) -> list[str]:
    """Words that somebody types: one, two or three, or a few in quotation marks."""
    chance = random.Random(13)
    rows = []
    for turn in range(count):
        words = [word for word in chance.choice(themes())["name"].lower().split() if len(word) > 3]
        added = [[], [chance.choice(MONTHS)], [chance.choice(PLACES).split()[-1]], []][turn % 4]
        rows.append(f'"{chance.choice(words)}"' if words and turn % 10 == 9 else " ".join([*words[:2], *added]))
    return rows


@cache
def themes() -> list[dict]:
    """The themes of the library: name, signal and Dutch lines."""
    found = []
    for path in sorted(LIBRARY.glob("*.toml")):
        for one in tomllib.loads(path.read_text("utf-8")).values():
            lines = [line.strip() for line in one["nl"].splitlines() if line.strip()]
            found.append({"name": one["name"], "signal": one["signal"], "lines": lines})
    return found


def sheet(chance: random.Random) -> Sheet:
    """One page: its heading and its paragraphs."""
    theme = chance.choice(themes())
    paragraphs, length = [], 0
    while length < LETTERS_A_PAGE:
        said = [frame(theme, chance) for _sentence in range(chance.randint(3, 7))]
        paragraphs.append(" ".join(said))
        length += len(paragraphs[-1])
    return theme["name"], paragraphs


def frame(theme: dict, chance: random.Random) -> str:
    """One sentence about a theme."""
    told = theme["lines"][::2]
    said, said2 = chance.choice(told), chance.choice(told)
    facts = {"place": chance.choice(PLACES), "month": chance.choice(MONTHS), "year": chance.randint(1998, 2025)}
    named = {"name": theme["name"].lower(), "signal": theme["signal"], "said": said, "said2": said2}
    return chance.choice(FRAMES).format(n=chance.randint(3, 40), **facts, **named)


def pdf(title: str, author: str, sheets: list[Sheet], *, photo: bool = False, password: str = "") -> bytes:
    """A PDF as a programme for writing makes it: a heading, a footer, sometimes a photo of a few megabytes."""
    made = FPDF()
    made.set_title(title)
    made.set_author(author)
    made.set_auto_page_break(False)
    for number, (heading, paragraphs) in enumerate(sheets, start=1):
        made.add_page()
        made.set_font("Helvetica", style="B", size=14)
        made.multi_cell(0, 8, plain(heading), new_x="LMARGIN", new_y="NEXT")
        made.set_font("Helvetica", size=9)
        for words in paragraphs:
            made.multi_cell(0, 4.4, plain(words), new_x="LMARGIN", new_y="NEXT")
            made.ln(2)
        if photo and number == 1:
            noise = random.Random(len(title)).randbytes(1400 * 1400 * 3)
            made.image(Image.frombytes("RGB", (1400, 1400), noise), x=150, y=230, w=40)
        made.set_xy(10, -14)
        made.cell(0, 5, f"{plain(title)}  -  {number}")
    if password:
        made.set_encryption(owner_password=password + "x", user_password=password)
    return bytes(made.output())


def plain(words: str) -> str:
    """Letters that every PDF knows."""
    return words.translate(str.maketrans("“”‘’–€", "\"\"''-E")).encode("latin-1", "ignore").decode("latin-1")


def docx(title: str, author: str, sheets: list[Sheet], *, photo: bool = False) -> bytes:
    """A document of Word."""
    made, out = Word(), io.BytesIO()
    made.core_properties.title, made.core_properties.author = title, author
    for heading, paragraphs in sheets:
        made.add_heading(heading, level=1)
        for words in paragraphs:
            made.add_paragraph(words)
    made.save(out)
    return out.getvalue()


def html(title: str, author: str, sheets: list[Sheet], *, photo: bool = False) -> bytes:
    """A page of a web site, with a menu around it."""
    body = "".join(f"<h2>{heading}</h2>" + "".join(f"<p>{words}</p>" for words in told) for heading, told in sheets)
    head = f"<title>{title}</title><meta name='author' content='{author}'>"
    menu = "<nav><a href='/'>Home</a> <a href='/zoek'>Zoeken</a></nav><script>let x = 1;</script>"
    return f"<!doctype html><html lang='nl'><head>{head}</head><body>{menu}<main>{body}</main></body></html>".encode()


def text(title: str, author: str, sheets: list[Sheet], *, photo: bool = False) -> bytes:
    """A plain text, as often as not in the letters of an old machine."""
    words = "\n\n".join("\n\n".join([f"# {heading}", *told]) for heading, told in sheets)
    whole = f"# {title}\n\n{words}"
    return whole.encode("cp1252", "ignore") if len(sheets) % 2 else whole.encode()


def write_trouble(folder: Path, chance: random.Random) -> None:
    """Every file of TROUBLE."""
    folder.mkdir(parents=True, exist_ok=True)
    good = pdf("Nota", "Wijkraad", [sheet(chance)])
    blank, bomb = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (900, 1200), "white").save(blank, "PDF")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (400 * 1024 * 1024))
    made: dict[str, Callable[[], bytes]] = {
        "kapot.pdf": lambda: b"%PDF-1.7 kapot",
        "half binnengehaald.pdf": lambda: good[: len(good) // 3].replace(b"endobj", b"ENDOBJ"),
        "op slot.pdf": lambda: pdf("Geheim", "Wijkraad", [sheet(chance)], password="slot"),
        "gescand zonder tekst.pdf": blank.getvalue,
        "eigenlijk een pdf.txt": lambda: pdf("Nota met verkeerde naam", "Wijkraad", [sheet(chance)]),
        "foto met verkeerde naam.pdf": lambda: b"\xff\xd8\xff" + chance.randbytes(4000),
        "leeg.txt": lambda: b" \n",
        "oud.doc": lambda: b"\xd0\xcf\x11\xe0" + chance.randbytes(4000),
        "groeit bij openen.docx": bomb.getvalue,
        "geen document.docx": lambda: b"PK\x03\x04" + chance.randbytes(4000),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content())


if __name__ == "__main__":
    import sys

    place = Path(sys.argv[1])
    print(json.dumps({"files": write_papers(place, pages=int(sys.argv[2]))}))
