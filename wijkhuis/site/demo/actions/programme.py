"""What De Brug and its neighbours set out to do in these two years, for aims of the city."""

from datetime import timedelta

from wijkhuis.base import clock
from wijkhuis.base.journal.actions import Actor
from wijkhuis.loop.programme import actions
from wijkhuis.loop.signals.models import Theme
from wijkhuis.site.demo import reading
from wijkhuis.site.demo.actions.district import District

# It runs for half a year; it was typed in here later, when the people of the demo were there.
BEGAN, TYPED = timedelta(days=200), timedelta(days=60)


def make_programme(district: District) -> None:
    """A programme that runs, with what is done, under way, not begun and stopped."""
    told, ada = reading.facts("programme"), Actor(user=district.users["ada"], origin="192.0.2.10")
    house, carla = district.houses["de-brug"], district.by("carla")
    starts_on = (clock.today() - BEGAN).replace(day=1)
    with clock.pretend(clock.now() - TYPED):
        aims = [actions.add_aim(district.city, name=name, by=ada) for name in told["aims"]]
        programme = actions.start_programme(
            house, name=told["name"], foreword=told["foreword"], starts_on=starts_on, by=carla
        )
        for one in told["action"]:
            facts = {key: value for key, value in one.items() if key not in ("aim", "days", "theme")}
            facts |= {"aim": aims[one["aim"]], "by_on": starts_on + timedelta(days=one["days"])}
            facts["theme"] = Theme.objects.filter(house=house, name=one.get("theme", "")).first()
            actions.add_action(programme, facts, by=carla)
        actions.publish(programme, by=carla)
