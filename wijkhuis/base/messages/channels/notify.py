"""NotifyNL, or any other service that speaks the Notify API: e-mail, text messages and letters."""

from django.conf import settings
from django.utils.translation import gettext
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from wijkhuis.base.messages.channels.trouble import Trouble
from wijkhuis.base.messages.models import Channel, Message
from wijkhuis.base.messages.rules import address_lines, after_notify, short_text
from wijkhuis.base.messages.writing import Text


def send(message: Message, text: Text) -> None:
    """Give one message to Notify, unless an earlier try turns out to have arrived there."""
    # The client is not thread-safe: one per call.
    client = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=20)
    try:
        if message.tries > 1 and _has_it_already(client, message):
            return
        _post(client, message, text)
    except APIError as problem:
        verdict = after_notify(problem.status_code, problem.message)
        raise Trouble(f"Notify {problem.status_code} {_kind(problem)}".strip(), verdict=verdict) from None
    finally:
        client.request_session.close()


def _has_it_already(client: NotificationsAPIClient, message: Message) -> bool:
    found = client.get_all_notifications(reference=str(message.reference)) or {}
    return bool(found.get("notifications"))


def _post(client: NotificationsAPIClient, message: Message, text: Text) -> None:
    template, reference = settings.NOTIFY_TEMPLATES[message.channel], str(message.reference)
    whole = {"subject": text.subject, "body": text.body}
    if message.channel == Channel.SMS:
        client.send_sms_notification(message.to, template, {"body": short_text(text.body)}, reference)
    elif message.channel == Channel.EMAIL:
        client.send_email_notification(message.to, template, whole, reference)
    else:
        parts = [message.context.get("first_name") or gettext("To the residents of"), *address_lines(message.to)]
        lines = {f"address_line_{number}": line for number, line in enumerate(parts[:7], 1)}
        client.send_letter_notification(template, {**lines, **whole}, reference)


def _kind(problem: APIError) -> str:
    """The name Notify gives the error; its sentence may repeat what somebody typed and stays out."""
    errors = problem.message
    return str(errors[0].get("error", ""))[:60] if isinstance(errors, list) and errors else ""
