"""A signal as somebody types it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.house.neighbourhood.models import House, Neighbourhood
from wijkhuis.loop.signals.actions import Wording
from wijkhuis.loop.signals.rules.topics import typed_topics


def where_field(label: Any) -> forms.ModelChoiceField:
    """A neighbourhood, or wider."""
    return forms.ModelChoiceField(
        label=label, queryset=Neighbourhood.objects.none(), required=False, empty_label=_("wider, or everywhere")
    )


class SentenceForm(WithoutBsn, forms.Form):
    """One sentence and where it is about."""

    sentence = forms.CharField(
        label=_("The signal in one sentence"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "maxlength": 300}),
        error_messages={"required": _("Write the signal in one sentence.")},
    )
    where = where_field(_("Where?"))
    # Words that were found and of which somebody says that it is no person: a street, a bus line, an organisation.
    confirmed = forms.MultipleChoiceField(
        label=_("This is no person, but a street, a place or an organisation"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, house: House, at: Neighbourhood | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        wanted = Q(houses=house) | Q(pk=at.pk if at else 0)
        places = Neighbourhood.objects.filter(wanted).distinct().order_by("name")
        self.fields["where"].queryset = places  # type: ignore[attr-defined]
        typed = self.data.getlist("confirmed") if hasattr(self.data, "getlist") else []
        self.ask_about(typed)

    def ask_about(self, words: list[str]) -> None:
        """Ask of these words whether they are no person."""
        words = [word[:120] for word in words][:20]
        self.fields["confirmed"].choices = [(word, word) for word in dict.fromkeys(words)]  # type: ignore[attr-defined]

    def wording(self, **more: Any) -> Wording:
        """What was typed, as an action takes it."""
        data = self.cleaned_data
        return Wording(
            sentence=data["sentence"], neighbourhood=data["where"], confirmed=tuple(data["confirmed"]), **more
        )


class ConsiderForm(SentenceForm):
    """What a question offers, with its topic words, and whether the person wants to hear what comes of it."""

    topic_words = forms.CharField(label=_("Topic words, with commas between"), max_length=200, required=False)
    listens = forms.BooleanField(label=_("Wants to hear what comes of it"), required=False)
    field_order = ["sentence", "confirmed", "where", "topic_words", "listens"]

    def wording(self, **more: Any) -> Wording:
        return super().wording(topic_words=typed_topics(self.cleaned_data["topic_words"]), **more)
