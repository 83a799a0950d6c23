"""Where the neighbourhoods lie: a file of CBS, or one that somebody drew."""

import json

import pytest
from django.core.management import CommandError, call_command

from wijkhuis.base.errors import RuleBroken
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.neighbourhood.actions import import_outlines
from wijkhuis.house.neighbourhood.models import Neighbourhood, Outline, Water

SQUARE = [[4.0, 52.0], [4.01, 52.0], [4.01, 52.01], [4.0, 52.01], [4.0, 52.0]]


def feature(shape=SQUARE, **properties):
    geometry = {"type": "Polygon", "coordinates": [shape]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def file_of(*features):
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_outlines_are_recognised_by_code_or_by_name(city):
    Neighbourhood.objects.filter(pk=city.waterkant.pk).update(cbs_code="BU99990102")
    content = file_of(
        feature(statcode="BU99990101", statnaam="Noorderpoort"),
        feature(buurtcode="BU99990102", buurtnaam="De Waterkant", gemeentecode="GM9999", water="NEE"),
        feature(buurtcode="BU00010001", buurtnaam="Elders", gemeentecode="GM0001"),
        feature(buurtnaam="Rivier", water="JA"),
    )

    report = import_outlines(content, by=SYSTEM)

    assert sorted(report.kept) == ["Noorderpoort", "Waterkant"]
    assert (report.strangers, report.waters, report.missing) == (1, 1, [])
    assert Neighbourhood.objects.get(name="Noorderpoort").cbs_code == "BU99990101"
    assert Outline.objects.get(neighbourhood=city.noorderpoort).shape == [[SQUARE]]


def test_again_is_an_update_and_the_same_name_in_the_next_town_is_left_alone(city):
    import_outlines(file_of(feature(name="Noorderpoort"), feature(name="Vijver", water="JA")), by=SYSTEM)
    moved = [[x + 1, y] for x, y in SQUARE]

    report = import_outlines(
        file_of(
            feature(moved, name="noorderpoort"),
            feature(buurtcode="BU00010001", name="Waterkant", gemeentecode="GM0001"),
        ),
        by=SYSTEM,
    )

    assert report.missing == ["Waterkant"]
    assert Outline.objects.get().shape == [[moved]]
    assert Water.objects.count() == 1


def test_what_is_not_in_degrees_is_told_and_not_kept(city):
    grid = [[119405, 487425], [119505, 487425], [119505, 487525], [119405, 487425]]

    report = import_outlines(file_of(feature(grid, name="Waterkant"), feature(None, name="Noorderpoort")), by=SYSTEM)

    assert len(report.remarks) == 2
    assert not Outline.objects.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"features": 3}', b"[" * 100_000])
def test_what_is_no_geojson_gives_a_sentence(city, content):
    with pytest.raises(RuleBroken):
        import_outlines(content, by=SYSTEM)


def test_the_command_tells_what_became_of_it(city, tmp_path, capsys):
    file = tmp_path / "buurten.geojson"
    file.write_bytes(file_of(feature(name="Noorderpoort")))

    call_command("import_outlines", str(file))

    said = capsys.readouterr()
    assert "1" in said.out
    assert "Waterkant" in said.err
    with pytest.raises(CommandError):
        call_command("import_outlines", str(tmp_path / "nergens.geojson"))
