"""What is written down while an approach is on its way."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.fields import day_field
from wijkhuis.loop.approaches.forms.fields import Words
from wijkhuis.loop.approaches.models import Told


class StepForm(WithoutBsn, forms.Form):
    """Who does what before when."""

    what = Words(label=_("What?"), max_length=200)
    who = Words(label=_("Who?"), max_length=80)
    by_on = day_field(_("Before"))


class WordsForm(WithoutBsn, forms.Form):
    """A few lines."""

    words = Words(label=_("In a few words"), rows=5, max_length=2000)

    def __init__(self, *args: Any, label: Any = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"].label = label or self.fields["words"].label


# What was decided and answered is told by itself.
MOMENTS = (Told.Moment.BEGUN, Told.Moment.BETWEEN, Told.Moment.ENDED)


class TellForm(WithoutBsn, forms.Form):
    """What became of it, in plain words, and in other languages where somebody writes it."""

    moment = forms.ChoiceField(
        label=_("Why do you tell it now?"),
        choices=[(one.value, one.label) for one in MOMENTS],
        widget=forms.RadioSelect,
        initial=Told.Moment.BETWEEN,
    )
    words = Words(
        label=_("What became of it?"),
        rows=5,
        max_length=1500,
        help_text=_("Short sentences, plain words. Write it as you would say it. Name nobody."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for code in settings.RESIDENT_LANGUAGES:
            if code != "nl":
                label = _("The same in %(language)s") % {"language": get_language_info(code)["name_translated"]}
                self.fields[f"in_{code}"] = Words(label=label, rows=3, max_length=1500, required=False)

    def told(self) -> dict[str, Any]:
        """What is told, as the action takes it."""
        data = self.cleaned_data
        others = {name.removeprefix("in_"): words for name, words in data.items() if name.startswith("in_") and words}
        return {"words": data["words"], "moment": data["moment"], "other_words": others}
