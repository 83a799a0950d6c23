"""Found in people's own words: a host hears Turkish, finds who comes by, and the house learns from what was chosen."""

import pytest

from wijkhuis.house.directory.actions import index_entries
from wijkhuis.house.directory.models import Choice, Entry
from wijkhuis.loop.desk.models import Question

pytestmark = pytest.mark.django_db(transaction=True)
# "My father lives alone, nobody visits him."
WORDS = "babam yalnız yaşıyor, kimse onu ziyaret etmiyor"


@pytest.fixture
def visits(entries):
    """A visiting service, described as organisations do."""
    entry = Entry.objects.create(
        name="Vriendschappelijk Huisbezoek",
        kind=Entry.Kind.SERVICE,
        description="Vrijwilligers bezoeken wekelijks alleenwonende ouderen ter preventie van sociaal isolement.",
        topics=["eenzaamheid"],
        audience=["ouderen"],
    )
    index_entries([entry.pk])
    return entry


def test_a_host_finds_the_visiting_service_from_turkish_words(visits, house, joost, at_screen):
    # Given: somebody tells it in Turkish; Joost types it as he hears it.
    desk = at_screen(joost).open("/balie/")

    # When: he keeps the question and opens it.
    desk.press("Save the question", words=WORDS)
    question = Question.objects.get()
    desk.open(f"/vragen/{question.pk}/antwoord/")

    # Then: the visiting service stands there, with a reason in plain Dutch; he gives it as the answer.
    assert visits.name in desk.page.text
    desk.press("Save the answer", thing=f"entry-{visits.pk}", kind="entry")
    assert question.answers.get().entry == visits

    # And: the house remembers that a colleague chose it, not what was said.
    assert Choice.objects.filter(house=house, entry=visits, chosen_by=joost).exists()
    assert not any("babam" in str(row) for row in Choice.objects.values())


def test_a_resident_finds_it_too_and_nothing_of_the_words_stays(visits, house, visitor, rows_with):
    # Given and when: a daughter types it on the page of the house.
    visitor.open(f"/huis/{house.slug}/")
    visitor.press("Search", text=WORDS)

    # Then: it is found, and no table holds a word of it.
    assert visits.name in visitor.page.text
    assert rows_with("kimse") == []
