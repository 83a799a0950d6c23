"""Where Notify tells how a message fared."""

import hmac

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from wijkhuis.base.access import public
from wijkhuis.base.messages.actions import note_report
from wijkhuis.base.messages.forms import ReportForm, read_json


@csrf_exempt
@require_POST
@public("Notify reports whether a message arrived, and shows a token of its own")
def notify_report(request: HttpRequest) -> HttpResponse:
    """Take in a delivery report; the same report twice changes nothing."""
    if not _knows_the_token(request):
        return HttpResponse(status=403)
    form = ReportForm(read_json(request.body))
    if not form.is_valid():
        return HttpResponse("This is not a delivery report.", status=400, content_type="text/plain")
    if form.cleaned_data["reference"]:
        note_report(reference=form.cleaned_data["reference"], status=form.cleaned_data["status"])
    return HttpResponse(status=204)


def _knows_the_token(request: HttpRequest) -> bool:
    expected = f"Bearer {settings.NOTIFY_CALLBACK_TOKEN}".encode()
    shown = request.headers.get("Authorization", "").encode()
    return bool(settings.NOTIFY_CALLBACK_TOKEN) and hmac.compare_digest(shown, expected)
