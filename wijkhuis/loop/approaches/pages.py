"""The pages of this room that are reached from the page of themes."""

from django.utils.translation import gettext_lazy as _

from wijkhuis.loop.signals.access import may_give_signal
from wijkhuis.loop.signals.pages import SignalPage

BENEATH = {"signals:themes": ["approaches:approaches", "approaches:methods"]}
SIGNAL_PAGES = [
    SignalPage(
        "approaches:approaches",
        _("What neighbours do together"),
        _("Every approach: how it stands and what comes next."),
        may_give_signal,
    ),
    SignalPage("approaches:methods", _("Ways of working"), _("How others did it, to choose from."), may_give_signal),
]
