"""The library of ways of working: complete, chosen by plain questions, and made their own by houses."""

import pytest

from tests.cast import by
from wijkhuis.base.errors import NotYours
from wijkhuis.loop.approaches.actions.methods import add_method, drop_method, keep_method
from wijkhuis.loop.approaches.forms.methods import FACETS
from wijkhuis.loop.approaches.models import HouseMethod
from wijkhuis.loop.approaches.queries.methods import LISTS, WORDS, common_methods, find_method, methods_for

KEYRING = "keyring"


def test_every_way_of_working_says_everything_somebody_must_know():
    empty = [
        f"{method.key} says nothing about {name}"
        for method in common_methods().values()
        for name in (*WORDS, *LISTS)
        if not getattr(method, name)
    ]
    assert empty == []
    assert len(common_methods()) >= 35


def test_every_way_of_working_has_three_first_steps_and_fits_some_themes():
    wrong = [one.key for one in common_methods().values() if len(one.first_steps) != 3 or not 3 <= len(one.fits) <= 12]
    assert wrong == []


def test_every_way_of_working_answers_the_plain_questions():
    known = {name: {value for value, _words in choices} for name, choices in FACETS.items()}
    wrong = [
        f"{method.key}: {name}"
        for method in common_methods().values()
        for name, values in known.items()
        if method.facets.get(name) not in values
    ]
    assert wrong == []


@pytest.mark.django_db
def test_a_house_does_it_otherwise_and_goes_back(house, other_house, carla):
    row = keep_method(house, key=KEYRING, words={"size": "8 mensen"}, why="Onze straten zijn klein", by=by(carla))

    assert find_method(KEYRING, house=house).size == "8 mensen"
    assert find_method(KEYRING, house=house).name == common_methods()[KEYRING].name
    assert find_method(KEYRING, house=other_house).size == common_methods()[KEYRING].size

    drop_method(row, by=by(carla))
    assert find_method(KEYRING, house=house) == common_methods()[KEYRING]


@pytest.mark.django_db
def test_what_a_house_writes_the_same_as_everybody_is_not_kept(house, carla):
    usual = common_methods()[KEYRING]
    same = {"size": usual.size, "first_steps": "\n".join(usual.first_steps)}

    assert keep_method(house, key=KEYRING, words=same, by=by(carla)) is None
    assert not HouseMethod.objects.exists()


@pytest.mark.django_db
def test_a_house_adds_its_own_and_others_read_it_and_cannot_change_it(house, other_house, carla, nils, sign_in, client):
    words = {"name": "Soep op de stoep", "first_steps": "Vraag wie kookt\nZet een tafel buiten\nBel aan"}
    row = add_method(house, words=words, by=by(carla))

    assert [one.name for one in methods_for(house) if one.key == f"own-{row.pk}"] == ["Soep op de stoep"]
    assert "Zet een tafel buiten" in client.get(f"/werkwijzen/own-{row.pk}/").content.decode()
    # Other houses and everybody else find it in the library, with whose it is; it is no choice of theirs unasked.
    for browser in (client, sign_in(nils)):
        library = browser.get("/werkwijzen/").content.decode()
        assert "Soep op de stoep" in library
        assert "zoals De Brug het doet" in library
    assert not any(one.name == "Soep op de stoep" for one in methods_for(other_house))
    assert sign_in(nils).get(f"/werkwijzen/own-{row.pk}/aanpassen/").status_code == 404
    with pytest.raises(NotYours):
        drop_method(row, by=by(nils))


@pytest.mark.django_db
def test_choosing_by_plain_questions(client):
    page = client.get("/werkwijzen/", {"kind": "help", "time": "long"}).content.decode()

    assert "/werkwijzen/keyring/" in page
    assert "/werkwijzen/street-conversation/" not in page
    assert client.get("/werkwijzen/", {"kind": "niets", "q": "\x00"}).status_code == 200


@pytest.mark.django_db
def test_differences_are_shown_beside_the_common_text(house, carla, sign_in):
    browser = sign_in(carla)
    usual = common_methods()[KEYRING]
    form = {"name": usual.name, "first_steps": "\n".join(usual.first_steps), "size": "8 mensen", "why": "Klein"}
    form |= {name: getattr(usual, name) for name in ("in_short", "what_for", "who_leads", "duration", "asks", "money")}
    form |= {name: "\n".join(getattr(usual, name)) for name in ("pitfalls", "helped")}

    browser.post(f"/werkwijzen/{KEYRING}/aanpassen/", form)

    assert HouseMethod.objects.get().size == "8 mensen"
    assert HouseMethod.objects.get().asks == ""
    page = browser.get(f"/werkwijzen/{KEYRING}/").content.decode()
    assert "8 mensen" in page
    assert usual.size in page
