"""E-mail by SMTP, through Django's own backend."""

import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from wijkhuis.base.messages.channels.trouble import Trouble
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.rules import Verdict, after_smtp
from wijkhuis.base.messages.writing import Text

_CONSOLE = "django.core.mail.backends.console.EmailBackend"


def is_set_up() -> bool:
    """Whether there is a mail server (or a mailbox of a test) to give mail to."""
    return bool(settings.EMAIL_HOST) or _CONSOLE != settings.EMAIL_BACKEND


def send(message: Message, text: Text) -> None:
    """Give one e-mail to the mail server."""
    try:
        _compose(message, text).send()
    except smtplib.SMTPRecipientsRefused as refusal:
        code, answer = next(iter(refusal.recipients.values()))
        raise _trouble(code, answer, about_recipient=True) from None
    except smtplib.SMTPSenderRefused as refusal:
        raise Trouble(f"SMTP {refusal.smtp_code} for our own address") from None
    except smtplib.SMTPResponseException as refusal:
        raise _trouble(refusal.smtp_code, refusal.smtp_error, about_recipient=False) from None
    except (smtplib.SMTPException, OSError) as problem:
        raise Trouble(f"SMTP {type(problem).__name__}") from None
    except ValueError as problem:
        # Django refuses addresses and headers that cannot be written down; trying again cannot help.
        raise Trouble(f"SMTP {type(problem).__name__}", verdict=Verdict.NEVER) from None


def _compose(message: Message, text: Text) -> EmailMessage:
    """The same message always carries the same Message-ID, so that a mailbox knows it when it comes twice."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return EmailMessage(
        subject=text.subject,
        body=text.body + "\n",
        to=[message.to],
        reply_to=[settings.REPLY_TO] if settings.REPLY_TO else None,
        headers={
            "Message-ID": f"<{message.reference}@{domain}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": message.language.split("-")[0],
        },
    )


def _trouble(code: int, answer: bytes | str, *, about_recipient: bool) -> Trouble:
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return Trouble(f"SMTP {code}", verdict=after_smtp(code, words, about_recipient=about_recipient))
