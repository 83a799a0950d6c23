"""Sending, after the transaction that wrote the message."""

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from wijkhuis.base.messages.delivery import begin_try, make_try
from wijkhuis.base.queue import leave_work


@app.task(name="messages.send_message")
def send_message(message_id: int) -> None:
    """Try once to send a message; what does not work now is tried again later."""
    if not begin_try(message_id):
        return
    with transaction.atomic():
        again_at = make_try(message_id)
        if again_at:
            leave_sending(message_id, at=again_at)


def leave_sending(message_id: int, *, at: datetime | None = None) -> None:
    """Leave the sending of a message to a worker, unless one is to do so already."""
    leave_work(send_message, at=at, once=f"message:{message_id}", message_id=message_id)
