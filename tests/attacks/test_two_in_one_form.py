"""Two colleagues open the same form: who saves last overwrites nothing of the first without having read it."""

import pytest
from django.urls import reverse
from lxml import html

from tests.authorisation.scene import scene  # noqa: F401
from wijkhuis.house.directory.models import OpeningTime

pytestmark = pytest.mark.django_db
FIRST, SECOND = "Soep koken in de winter", "Wandelen langs het water"
# Where, about what, and two fields that two people change.
FORMS = {
    "desk:facts": ("question", "for_whom", "street"),
    "directory:change": ("entry", "address", "organisation"),
    "directory:change_key_person": ("key_person", "ask_about", "not_about"),
    "partners:change": ("professional", "function", "last_name"),
    "approaches:change": ("approach", "plan", "comes_back"),
    "programme:change": ("programme", "name", "foreword"),
    "programme:change_action": ("programme_action", "what", "owner_name"),
    "library:change": ("document", "title", "author"),
}


def filled(page, **typed):
    """What a browser sends of the large form of a page."""
    form = max(html.fromstring(page.content.decode()).forms, key=lambda one: len(one.fields))
    return {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"} | typed


def _said(page):
    """The errors on top of a form."""
    return html.fromstring(page.content.decode() or "<p></p>").xpath("//*[@data-sum-up]//li/text()")


@pytest.mark.parametrize("name", FORMS)
def test_who_saves_last_reads_first_what_was_saved_meanwhile(name, scene, sign_in):  # noqa: F811
    about, of_the_first, of_the_second = FORMS[name]
    address = reverse(name, args=[getattr(scene, about).pk])
    browser = sign_in(scene.people["coordinator"])
    opened_by_both = browser.get(address)

    first = browser.post(address, filled(opened_by_both, **{of_the_first: FIRST}))
    second = browser.post(address, filled(opened_by_both, **{of_the_second: SECOND}))
    stands = browser.get(address).content.decode()

    assert (first.status_code, second.status_code) == (302, 422), _said(second) or _said(first)
    assert FIRST in stands
    assert FIRST in second.content.decode()
    assert SECOND in second.content.decode()
    assert browser.post(address, filled(second)).status_code == 302
    assert SECOND in browser.get(address).content.decode()


def test_times_that_a_colleague_added_are_not_lost_by_another_correction(scene, sign_in):  # noqa: F811
    address = reverse("directory:change", args=[scene.entry.pk])
    browser = sign_in(scene.people["host"])
    opened = browser.get(address)
    OpeningTime.objects.create(entry=scene.entry, days="MO", note="alleen in de winter")

    saved = browser.post(address, filled(opened, organisation=SECOND))

    assert saved.status_code == 422
    assert OpeningTime.objects.filter(entry=scene.entry).count() == 1


def test_the_draft_of_one_thing_is_not_brought_back_in_another(scene, sign_in):  # noqa: F811
    browser = sign_in(scene.people["coordinator"])
    for name, one in (("directory:change", scene.entry), ("partners:change", scene.professional)):
        page = browser.get(reverse(name, args=[one.pk]))
        saved = browser.post(reverse(name, args=[one.pk]), filled(page), follow=True).content.decode()
        key = max(html.fromstring(page.content.decode()).forms, key=lambda form: len(form.fields)).get("data-draft")

        assert key.endswith(f"-{one.pk}")
        assert f"saved:{key}" in saved
