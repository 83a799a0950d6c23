"""The pages of this room that are reached from the page of themes."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.programme.access import may_write
from wijkhuis.loop.signals.pages import SignalPage

BENEATH = {"signals:themes": ["programme:houses"]}
SIGNAL_PAGES = [
    SignalPage(
        "programme:programmes", _("The action programme"), _("What the neighbourhood does in two years."), may_write
    ),
]
