"""Counting different people one way: who it was cannot be read back, and the keys go with the theme."""

import hashlib
import hmac
from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from wijkhuis.loop.signals.models import Signal, Theme, Voice, VoiceKey


def pool_token(identity: str) -> str:
    """The token of a person behind a signal that stands alone; its key, the installation's secret, is in no table.

    `identity` says who it is as well as is known ("phone +31612345678", "house 3 on 2026-11-22"); it is not kept.
    """
    return salted_hmac("wijkhuis.signals.pool", identity, algorithm="sha256").hexdigest()


def give_voices(theme: Theme, signals: Iterable[Signal]) -> None:
    """Count who is behind signals that join a theme, under each of its keys, and let go of their pool tokens."""
    joining = [signal for signal in signals if signal.pool_token]
    voices = [
        Voice(signal=signal, key=key, token=_token(key, signal.pool_token))
        for key in theme.voice_keys.all()
        for signal in joining
    ]
    Voice.objects.bulk_create(voices, ignore_conflicts=True, batch_size=1000)
    Signal.objects.filter(pk__in=[signal.pk for signal in joining]).update(pool_token="")


def copy_voices(*, of: Theme, to: Theme, signals: Iterable[Signal]) -> None:
    """Let a part that splits off count its own people: the same keys, and only the voices of its own signals."""
    ids = [signal.pk for signal in signals]
    for key in list(of.voice_keys.all()):
        same = VoiceKey.objects.create(theme=to, secret=bytes(key.secret))
        Voice.objects.filter(key=key, signal_id__in=ids).update(key=same)


def take_over_keys(*, of: Theme, to: Theme) -> None:
    """Let a theme that takes in another count under the keys of both: the highest count is certain."""
    of.voice_keys.update(theme=to)


def destroy_keys(theme: Theme) -> None:
    """From now on nobody can tell whether two signals came from one person."""
    theme.voice_keys.all().delete()


def _token(key: VoiceKey, token: str) -> str:
    return hmac.new(bytes(key.secret), token.encode(), hashlib.sha256).hexdigest()
