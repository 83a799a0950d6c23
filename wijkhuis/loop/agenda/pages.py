"""The pages of this room that are reached from the page of themes."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.signals.pages import SignalPage

BENEATH = {"signals:themes": ["agenda:houses"]}
SIGNAL_PAGES = [
    SignalPage("agenda:meetings", _("Meetings and agreements"), _("Agenda, minutes, who does what, and late answers.")),
    SignalPage("agenda:houses", _("The neighbourhood agenda"), _("What everybody reads.")),
]
