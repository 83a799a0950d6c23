"""What a form says of a wrong value is said as a host would, also where the sentence is Django's own."""

import pytest
from django import forms
from django.utils import translation

SAID = [
    (forms.DateField(), "31-2-2026", "Kies een dag die bestaat."),
    (forms.TimeField(), "25:00", "Vul een tijd in, bijvoorbeeld 14:30."),
    (forms.EmailField(), "ans@", "Dit e-mailadres klopt nog niet. Kijk het nog eens na."),
    (forms.IntegerField(), "veel", "Vul een heel getal in."),
    (forms.ChoiceField(choices=[("a", "A")]), "b", "Kies wat er in de lijst staat. b staat er niet in."),
    (forms.CharField(max_length=5), "schimmel", "Maak dit korter: hier passen 5 tekens. Nu zijn het er 8."),
]


@pytest.mark.parametrize(("field", "typed", "said"), SAID)
def test_a_wrong_value_gets_a_sentence_that_helps(field, typed, said):
    with translation.override("nl"), pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)

    assert refused.value.messages == [said]
