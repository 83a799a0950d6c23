"""A file, and which of its columns are which."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.sources.models import Source
from wijkhuis.house.sources.rules.columns import COLUMNS, NOTHING
from wijkhuis.house.sources.rules.files import first_rows

LONGEST_EXAMPLE = 60


class ImportForm(forms.Form):
    """A list from somebody else."""

    file = forms.FileField(
        label=_("Which file?"),
        help_text=_(
            "A CSV, Excel (xlsx) or JSON file with at least the columns id and name; or Open Referral (HSDS) as JSON, "
            "ndjson or zip."
        ),
    )
    source = forms.CharField(
        label=_("Whose list is it?"),
        max_length=60,
        help_text=_("Use the same name again next time: then rows with the same id are brought up to date."),
    )
    is_part = forms.BooleanField(
        label=_("This is only a part of their list"),
        required=False,
        help_text=_("Otherwise we show what is not in it any more as dropped."),
    )
    strict = forms.BooleanField(label=_("Keep nothing when one of the rows is not good"), required=False)

    def clean_file(self) -> bytes:
        """The bytes of the file."""
        file: UploadedFile = self.cleaned_data["file"]
        self.file_name = file.name or ""
        return file.read()


class MatchForm(forms.Form):
    """Which of the columns in a file are which of our facts; a guess stands there already."""

    def __init__(self, *args: Any, content: bytes, source: Source, guesses: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        headings, lines = first_rows(content)
        self.headings = [heading for heading in guesses if heading in headings]
        for place, heading in enumerate(self.headings):
            at = headings.index(heading)
            examples = [line.cells[at] for line in lines if at < len(line.cells) and line.cells[at]]
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=heading,
                choices=CHOICES,
                initial=guesses[heading] or NOTHING,
                help_text=_examples(examples),
            )

    def matching(self) -> dict[str, str]:
        """The choice for each column."""
        return {heading: self.cleaned_data[f"column_{place}"] for place, heading in enumerate(self.headings)}


class SourceForm(forms.ModelForm):
    """Where a source is read."""

    address = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text=_("Where we read it every night by ourselves. Leave it empty when somebody brings a file."),
    )

    class Meta:
        model = Source
        fields = ("name", "form", "address")


def _examples(values: Iterable[Any]) -> str:
    """Three different values from the file, short."""
    words = ["; ".join(value) if isinstance(value, list) else str(value) for value in values]
    some = list(dict.fromkeys(" ".join(word.split())[:LONGEST_EXAMPLE] for word in words))[:3]
    return " · ".join(some)


WORDS = {
    "id": _("id (their own number)"),
    "name": _("name"),
    "organisation": _("organisation"),
    "kind": _("kind"),
    "by_residents": _("by residents"),
    "description": _("what it is"),
    "topics": _("topics"),
    "audience": _("for whom"),
    "neighbourhood": _("neighbourhood"),
    "address": _("street and number"),
    "phone": _("phone"),
    "email": _("e-mail address"),
    "website": _("website"),
    "opening": _("open when"),
    "postcode": _("postcode"),
    "town": _("town"),
    "province": _("province"),
    "conditions": _("conditions"),
    "costs": _("what it costs"),
    "amount": _("amount in euros"),
    "languages": _("languages"),
    "step_free": _("without steps"),
    "minimum_age": _("from age"),
    "maximum_age": _("up to age"),
    "how_to_apply": _("how to take part"),
    "people_say": _("people also say"),
    "capacity": _("places in all"),
    "places_free": _("places free"),
}
CHOICES = [(NOTHING, _("leave out")), *((name, WORDS[name]) for name in COLUMNS)]
