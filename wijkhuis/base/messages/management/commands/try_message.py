from datetime import timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.accounts.models import User
from wijkhuis.base.messages.actions import Address, send_at_once, write_message
from wijkhuis.base.messages.models import Channel


class Command(BaseCommand):
    help = "Send a trial message to somebody who can sign in, and say whether it went out"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address this person signs in with")
        parser.add_argument("--channel", choices=[Channel.EMAIL, Channel.SMS], default=Channel.EMAIL)

    def handle(self, *args: Any, email: str, channel: str, **options: Any) -> None:
        user = User.objects.filter(email=email.lower()).first()
        if user is None:
            raise CommandError(f"Nobody signs in with {email}.")
        message = write_message(
            template="messages/trial",
            to=Address(channel, user.phone if channel == Channel.SMS else user.email),
            language=user.language,
            context={
                "first_name": user.first_name,
                "house": parseaddr(settings.DEFAULT_FROM_EMAIL)[0],
                "date": clock.today() + timedelta(days=1),
                "place": _("your house"),
                "link": settings.SITE_URL + "/",
            },
            about=user,
        )
        if message is None:
            raise CommandError("Nothing can arrive at this address: it is not complete, or it was switched off.")
        send_at_once(message)
        if message.sent_at is None:
            raise CommandError(f"It did not go out: {message.failure}. A worker tries again.")
        self.stdout.write(f"It went out. Look whether it arrives at {message.to}.")
