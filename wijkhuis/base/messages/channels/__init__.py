"""The ways out: SMTP, NotifyNL, and the console where nothing else is set up."""

from wijkhuis.base.messages.channels import console, mail, notify
from wijkhuis.base.messages.channels.trouble import Trouble
from wijkhuis.base.messages.models import Channel, Message
from wijkhuis.base.messages.queries import goes_by_notify
from wijkhuis.base.messages.writing import Text

__all__ = ["Trouble", "hand_over"]


def hand_over(message: Message, text: Text) -> None:
    """Give one message to whoever carries it, or raise Trouble."""
    if goes_by_notify(message.channel):
        notify.send(message, text)
    elif message.channel == Channel.EMAIL and mail.is_set_up():
        mail.send(message, text)
    else:
        console.send(message, text)
