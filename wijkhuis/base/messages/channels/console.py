"""Nothing is set up: show the message in a demo, and let it wait in a real house."""

import logging
import sys

from django.conf import settings

from wijkhuis.base.messages.channels.trouble import Trouble
from wijkhuis.base.messages.models import Message
from wijkhuis.base.messages.writing import Text

logger = logging.getLogger(__name__)


def send(message: Message, text: Text) -> None:
    """Print it where people are invented; elsewhere only say that a message waits."""
    if settings.DEMO or settings.DEBUG:
        print(f"--- {message.channel} -> {message.to}\n{text.subject}\n\n{text.body}\n---", file=sys.stdout, flush=True)
        return
    logger.warning("a message %s by %s waits: this channel is not set up", message.template, message.channel)
    raise Trouble("not set up")
