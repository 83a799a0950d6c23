"""What people type about documents, made clean."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wijkhuis.base.language.typed import refuse_bsn_in
from wijkhuis.base.ui.seen import SeenForm
from wijkhuis.house.library.forms.searching import FIRST_YEAR, LAST_YEAR
from wijkhuis.house.library.models import Document

MOST_FILES = 20
LICENCE_HELP = _("For example CC BY 4.0, or own work. Then everyone may take the file along.")


class ManyFiles(forms.ClearableFileInput):
    """A field of a form for more than one file."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Choose at most 20 files at once. For more there is a command."))
        one = super().clean
        return [one(file, initial) for file in files]


class FactsForm(SeenForm, forms.ModelForm):
    """What is known about a document."""

    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)

    class Meta:
        model = Document
        fields = ("title", "author", "year", "kind", "language", "licence")
        help_texts = {
            "licence": LICENCE_HELP,
            "language": _("Two letters, for example nl or en."),
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        refuse_bsn_in(self)
        return values


class UploadForm(forms.Form):
    """Files, and what they have in common."""

    brought = FilesField(
        label=_("Which files?"), help_text=_("PDF, Word (DOCX), HTML or text; at most 60 MB together.")
    )
    is_public = forms.BooleanField(
        label=_("Everyone may find and read this"),
        required=False,
        help_text=_("Without a tick only people who work in a house find it."),
    )
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=_("Only for one file. Left empty, we take it from the file."),
    )
    author = forms.CharField(label=_("Author or organisation"), required=False, max_length=200)
    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("we do not know")), *Document.Kind.choices]
    )
    licence = forms.CharField(label=_("Licence"), required=False, max_length=120, help_text=LICENCE_HELP)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        refuse_bsn_in(self)
        if values.get("title") and len(values.get("brought", [])) > 1:
            self.add_error("title", _("One title does not fit several files. Leave it empty."))
        return values
