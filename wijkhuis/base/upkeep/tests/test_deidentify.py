"""A file of questions becomes a file without what says who somebody is."""

import json

from django.core.management import call_command


def test_bad_lines_are_named_and_do_not_stop_the_rest(tmp_path, capsys):
    given, made = tmp_path / "questions.jsonl", tmp_path / "neutral.jsonl"
    lines = [
        '{"question_id": "one", "text": "Fatma belt over de huur"}',
        "{broken",
        '{"question_id": "two", "text": 5}',
        "",
    ]
    lines += [
        '{"question_id": "three", "text": "is er soep"}',
        '{"question_id": "four", "text": "half \\ud800 een letter"}',
    ]
    given.write_text("\n".join(lines), "utf-8")

    call_command("deidentify", input=str(given), output=str(made))

    answers = [json.loads(line) for line in made.read_text("utf-8").splitlines()]
    assert [answer["question_id"] for answer in answers] == ["one", "three", "four"]
    assert answers[0] == {
        "question_id": "one",
        "text": "Iemand belt over de huur",
        "spans": [{"start": 0, "end": 5, "type": "NAME"}],
    }
    said = capsys.readouterr()
    assert "line 2" in said.err
    assert "line 3" in said.err
    assert said.out == ""
