"""./huis find_themes: which questions belong together, by the code of the product, without a database."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TOLD = {
    "bus": [
        "De bus stopt niet meer bij ons in de straat",
        "sinds de halte weg is kom ik nergens meer",
        "de bushalte is opgeheven",
        "buslijn opgeheven, hoe kom ik bij de dokter",
    ],
    "lamp": [
        "de lantaarnpaal voor de deur is stuk",
        "het is zo donker op het pad, geen enkele lamp doet het",
        "straatverlichting kapot bij het park",
        "ik durf s avonds niet over straat zo donker is het",
    ],
    "": ["hoe heette die acteur ook weer", "ik ben mijn groene sjaal kwijt"],
}


def ask(tmp_path, rows):
    told = tmp_path / "questions.jsonl"
    told.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    out, err = StringIO(), StringIO()
    call_command("find_themes", input=str(told), stdout=out, stderr=err)
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def questions():
    return [
        {"question_id": f"{theme or 'alone'}-{number}", "text": text}
        for theme, texts in TOLD.items()
        for number, text in enumerate(texts)
    ]


def test_neighbours_who_say_the_same_in_other_words_come_together(tmp_path):
    found, _said = ask(tmp_path, questions())

    themes = {row["question_id"]: row["theme"] for row in found}
    bus, lamp = ([themes[f"{theme}-{number}"] for number in range(4)] for theme in ("bus", "lamp"))
    assert max(bus.count(theme) for theme in bus if theme) >= 3
    assert max(lamp.count(theme) for theme in lamp if theme) >= 3
    assert not set(bus) & set(lamp) - {None}
    assert themes["alone-0"] is themes["alone-1"] is None


def test_numbers_are_never_mixed_up_and_order_changes_nothing(tmp_path):
    asked = questions()

    first, _said = ask(tmp_path, asked)
    turned, _said = ask(tmp_path, asked[::-1])

    assert [row["question_id"] for row in first] == [row["question_id"] for row in asked]
    together = {row["question_id"]: row["theme"] for row in first}
    again = {row["question_id"]: row["theme"] for row in turned}
    assert [{one for one in again if again[one] == again[other]} for other in again if again[other]] == [
        {one for one in together if together[one] == together[other]} for other in again if together[other]
    ]


def test_a_line_that_is_no_question_is_named_and_left_out(tmp_path):
    found, said = ask(
        tmp_path, ['{"question_id": 1, "text": "hallo"}', "{broken", "", '{"text": "zonder nummer"}', "[1]"]
    )

    assert found == [{"question_id": 1, "theme": None}]
    assert [number in said for number in ("2", "4", "5")] == [True, True, True]


def test_an_empty_file_gives_nothing_and_a_missing_one_a_sentence(tmp_path):
    assert ask(tmp_path, []) == ([], ask(tmp_path, [])[1])
    with pytest.raises(CommandError):
        call_command("find_themes", input=str(tmp_path / "not-there.jsonl"))


def test_a_telephone_number_is_not_what_people_have_in_common(tmp_path):
    telephones = ["06 14 22 38 91", "06 17 76 30 08", "06 23 45 67 18", "06 33 91 22 04"]
    subjects = [
        "ik geef percussieles",
        "mijn trouwring is weg",
        "wie heeft een bijenkast over",
        "ik zoek een oude vriend",
    ]
    asked = [
        {"question_id": subject, "text": f"{subject}, {telephone}"}
        for subject, telephone in zip(subjects, telephones, strict=True)
    ]

    found, _said = ask(tmp_path, asked)

    assert [row["theme"] for row in found] == [None] * 4
