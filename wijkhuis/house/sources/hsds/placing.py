"""Places and times of the standard in our words."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from wijkhuis.house.sources.hsds.ids import part_id, place_id
from wijkhuis.house.sources.hsds.values import Thing, cut, day_in, is_uuid, labelled, number_in, text_of, things
from wijkhuis.house.sources.rules.facts import TEXTS
from wijkhuis.house.sources.rules.said import Said

DUTCH_HOURS = (timedelta(hours=1), timedelta(hours=2))
# A time in another zone without a first day is read as in winter.
IN_WINTER = date(2026, 1, 15)


def with_places(
    thing: Thing, facts: Thing, offers: list[Thing] | None, *, number: str, provider: str, line: int
) -> Said:
    """The record with its places: the first place is its own, unless it is one of ours that has none."""
    further: list[Thing] | None = None
    schedules: list[tuple[int | None, Thing]] = [(None, one) for one in things(thing.get("schedules"))]
    says_when = "schedules" in thing
    if offers is not None:
        places = _Places(number)
        for offer in offers:
            schedules += places.take(offer)
        further, facts = places.further, facts | places.own
        says_when = says_when or bool(schedules)
    words = [text_of(one.get("description")) for _place, one in schedules if not _is_hour(one)]
    if any(words):
        facts["opening"] = cut("opening", "; ".join(dict.fromkeys(word for word in words if word)))
    times = [_time(one, place) for place, one in schedules if _is_hour(one)] if says_when else None
    return Said(number, facts, locations=further, times=times, provider=provider, line=line)


class _Places:
    """Sorts places: which one is the place of the entry itself, which are further ones."""

    def __init__(self, number: str) -> None:
        self.own: Thing = {}
        self.further: list[Thing] = []
        ours = is_uuid(number)
        self.own_id = place_id(number, None) if ours else ""
        self.first_id = place_id(number, 0) if ours else ""
        self.nowhere = part_id(number, "times") if ours else ""

    def take(self, offer: Thing) -> list[tuple[int | None, Thing]]:
        """Keep one place, and give the times there."""
        given = offer.get("location")
        place: Thing = given if isinstance(given, dict) else {}
        when = things(offer.get("schedules")) + things(place.get("schedules"))
        one = text_of(place.get("id"))
        # Our own export tells by its identifiers which place is which.
        is_first = not self.own and not self.further and one != self.first_id
        if one == self.nowhere or place.get("location_type", "physical") != "physical" or not place:
            return [(None, schedule) for schedule in when]
        if one == self.own_id or is_first:
            self.own = _located(place)
            return [(None, schedule) for schedule in when]
        self.further.append({**_located(place), "name": text_of(place.get("name"))[:160], "note": _note(place)})
        return [(len(self.further) - 1, schedule) for schedule in when]


def _note(place: Thing) -> str:
    return text_of(place.get("transportation") or place.get("description"))[:300]


def _located(place: Thing) -> Thing:
    address = next(iter(things(place.get("addresses"))), {})
    lines = [text_of(address.get(name)) for name in ("address_1", "address_2")]
    latitude, longitude = number_in(place.get("latitude")), number_in(place.get("longitude"))
    is_point = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
    bag = text_of(place.get("external_identifier")) if "BAG" in text_of(place.get("external_identifier_type")) else ""
    postcode = text_of(address.get("postal_code"))
    located: Thing = {
        "address": cut("address", ", ".join(line for line in lines if line)),
        "postcode": postcode if len(postcode) <= TEXTS["postcode"] else "",
        "town": cut("town", text_of(address.get("city"))),
        "province": cut("province", text_of(address.get("state_province"))),
        "bag_id": bag[: TEXTS["bag_id"]],
        **({"latitude": latitude, "longitude": longitude} if is_point else {}),
    }
    steps = [labelled(things(one.get("attributes"))) for one in things(place.get("accessibility"))]
    known = [labels["step_free"][0] for labels in steps if "step_free" in labels]
    return {**located, "step_free": known[0]} if known and known[0] in ("yes", "partly", "no") else located


def _is_hour(schedule: Thing) -> bool:
    return any(schedule.get(name) for name in ("byday", "opens_at", "closes_at", "freq"))


def _time(schedule: Thing, place: int | None) -> Thing:
    first = day_in(text_of(schedule.get("valid_from")))
    last = day_in(text_of(schedule.get("valid_to")))
    opens, closes = (_hour(text_of(schedule.get(name)), first) for name in ("opens_at", "closes_at"))
    return {
        "location": place,
        "frequency": "MONTHLY" if schedule.get("freq") == "MONTHLY" else "WEEKLY",
        "days": text_of(schedule.get("byday")).replace(" ", "")[:40],
        "opens_at": opens,
        "closes_at": closes if not (opens and closes and opens >= closes) else None,
        "valid_from": first.isoformat() if first else None,
        "valid_to": last.isoformat() if last else None,
        "note": text_of(schedule.get("notes") or schedule.get("description"))[:300],
    }


def _hour(text: str, day: date | None) -> str | None:
    """The hour on the clock here. Dutch offsets are taken as written: 09:00 stays 09:00 in summer and winter."""
    try:
        moment = time.fromisoformat(text)
        if moment.tzinfo and moment.utcoffset() not in DUTCH_HOURS:
            there = datetime.combine(day or IN_WINTER, moment)
            moment = there.astimezone(ZoneInfo(settings.TIME_ZONE)).time()
    except (ValueError, OverflowError):
        return None
    return moment.replace(microsecond=0, tzinfo=None).isoformat()
