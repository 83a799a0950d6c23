"""What lies in the archive of the demo: papers of the house and the neighbourhood, and two that need care."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from wijkhuis.base import clock
from wijkhuis.house.library.actions import hold, import_documents, read_waiting
from wijkhuis.site.demo import papers, reading
from wijkhuis.site.demo.actions.district import District

TEXTS = reading.DATA / "documents"
BROUGHT = timedelta(days=30)
FOR_THE_TEAM = "sleutels-en-alarm"
WORD = ("huisregels-de-brug", "verslag-bewonersavond-licht", FOR_THE_TEAM)
WEB = ("energie-warm-zonder-hoge-rekening",)
TEXT = ("wijkkrant-voorjaar",)
# A plan with a drawing.
DRAWN = ("tuinplan-achter-de-flat",)


def make_documents(district: District) -> None:
    """Bring a folder for everyone and one for the team, and a file that cannot be read."""
    carla = district.by("carla")
    with clock.pretend(clock.now() - BROUGHT), TemporaryDirectory() as place:
        everyone, team = Path(place) / "iedereen", Path(place) / "team"
        everyone.mkdir()
        team.mkdir()
        for text in sorted(TEXTS.glob("*.txt")):
            name, content = paper(text.stem, text.read_text("utf-8"))
            ((team if text.stem == FOR_THE_TEAM else everyone) / name).write_bytes(content)
        (everyone / "oude-plattegrond.pdf").write_bytes(papers.scan())
        import_documents(everyone, by=carla, metadata=TEXTS / "metadata.csv")
        import_documents(team, by=carla, is_public=False)
        broken = hold(b"%PDF-1.4 half", file_name="begroting-2019.pdf", by=carla, is_public=False)
        read_waiting(broken.pk)


def paper(name: str, text: str) -> tuple[str, bytes]:
    """The file that is made of a text, with its name."""
    if name in WORD:
        return f"{name}.docx", papers.docx(text)
    if name in WEB:
        return f"{name}.html", papers.web_page(text)
    if name in TEXT:
        return f"{name}.txt", text.encode()
    return f"{name}.pdf", papers.pdf(text, drawing=name in DRAWN)
