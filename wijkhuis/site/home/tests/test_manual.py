"""The manual on the help page: every chapter, its pictures, and nothing else of the disk."""

import re

import pytest

from wijkhuis.site.home import manual


@pytest.fixture
def told(client, house):
    return client.get("/hulp/").content.decode()


def test_every_chapter_and_heading_is_on_the_one_page_and_in_the_contents(told):
    for file in manual.FOLDER.glob("[0-9]*.md"):
        for words in re.findall(r"^#+ (.+)$", file.read_text(), re.M):
            assert len(re.findall(rf"<h[2-4][^>]*>{re.escape(words)}</h", told)) >= 1, words
            assert f">{words}</a>" in told, words


def test_every_link_on_the_page_leads_to_something(told):
    anchors = set(re.findall(r'id="([^"]+)"', told))

    assert {link for link in re.findall(r'href="#([^"]*)"', told) if link not in anchors} == set()
    assert ".md" not in "".join(re.findall(r'href="([^"]+)"', told))


def test_the_pictures_of_the_manual_are_there_and_say_how_large_they_are(client, told):
    shown = re.findall(r"<img[^>]+hulp/plaatje[^>]+>", told)

    assert len(shown) >= 5
    for picture in shown:
        assert re.search(r'alt="[^"]{10,}"', picture)
        assert re.search(r'width="\d+" height="\d+"', picture)
        answer = client.get(re.search(r'src="([^"]+)"', picture)[1])
        assert answer["Content-Type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["pictures.py", "1-balie.md", "..%2f..%2fconfig%2fsettings.py", "loop.svg", "-"])
def test_no_other_file_is_given_out(client, house, name):
    assert client.get(f"/hulp/plaatje/{name}").status_code == 404


def test_staff_keep_their_menu_and_visitors_find_the_way_to_a_house(client, sign_in, joost, house):
    assert "Ik woon hier en ik heb een vraag" in client.get("/hulp/").content.decode()

    sign_in(joost)
    told = client.get("/hulp/").content.decode()

    assert "Mijn vragen" in told
    assert "Ik woon hier en ik heb een vraag" not in told


def test_a_tag_in_a_chapter_becomes_words(tmp_path, monkeypatch):
    monkeypatch.setattr(manual, "FOLDER", tmp_path)
    (tmp_path / "1-kwaad.md").write_text("# Kwaad\n\n<script>alert(1)</script> [lokaas](javascript:alert(1))\n")

    page = manual._chapter(tmp_path / "1-kwaad.md", "/").page

    assert "<script" not in page
    assert "href" not in page
