"""Signals, the themes they become, and the group that reads them."""

from wijkhuis.loop.signals.models.group import Seat, SignalGroup
from wijkhuis.loop.signals.models.round import Pair, Round, RoundNote
from wijkhuis.loop.signals.models.signal import Considered, Listener, Signal
from wijkhuis.loop.signals.models.theme import Proposal, Theme, Voice, VoiceKey

__all__ = [
    "Considered",
    "Listener",
    "Pair",
    "Proposal",
    "Round",
    "RoundNote",
    "Seat",
    "Signal",
    "SignalGroup",
    "Theme",
    "Voice",
    "VoiceKey",
]
