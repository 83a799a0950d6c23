"""What comes in from Notify, made clean."""

import json

from django import forms


class ReportForm(forms.Form):
    """The two facts of a delivery report we use; the address in it is left alone."""

    reference = forms.UUIDField(required=False)
    status = forms.RegexField(r"^[a-z-]{1,40}\Z")


def read_json(body: bytes) -> dict[str, object]:
    """The fields of a JSON object; nothing at all when it is something else."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
