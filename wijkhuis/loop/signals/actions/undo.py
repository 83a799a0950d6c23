"""Taking back a yes that was said a moment ago."""

from django.db import transaction
from django.utils.translation import gettext as _

from wijkhuis.base import clock
from wijkhuis.base.errors import demand
from wijkhuis.base.journal.actions import Actor, record
from wijkhuis.loop.signals.actions.asking import demand_group
from wijkhuis.loop.signals.models import Proposal, Theme, VoiceKey


@transaction.atomic
def take_back_theme(theme: Theme, *, proposal: Proposal, by: Actor) -> Proposal:
    """Undo a new theme of today when nothing else happened to it, and let its proposal wait again.

    Its signals stand alone again. Who is behind them is not known any more: from now on they count for nobody.
    """
    demand_group(theme.house, by=by)
    theme = Theme.objects.select_for_update(of=("self",)).select_related("house").get(pk=theme.pk)
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    demand(_is_untouched(theme, proposal), _("Something happened with this theme already. Close it instead."))
    record("signals.theme_taken_back", theme, by=by)
    theme.delete()
    proposal.accepted = proposal.decided_on = proposal.decided_by = None
    proposal.save(update_fields=["accepted", "decided_on", "decided_by"])
    return proposal


@transaction.atomic
def take_back_no(proposal: Proposal, *, by: Actor) -> Proposal:
    """Undo a no of today: the proposal waits again, as long as its themes go on."""
    demand_group(proposal.house, by=by)
    proposal = Proposal.objects.select_for_update(of=("self",)).select_related("theme", "other").get(pk=proposal.pk)
    said_no = proposal.accepted is False and proposal.decided_on == clock.today()
    demand(said_no, _("This was not a no of today any more."))
    goes_on = all(theme.closed_on is None for theme in (proposal.theme, proposal.other) if theme)
    demand(goes_on, _("This theme has ended."))
    proposal.accepted = proposal.decided_on = proposal.decided_by = None
    proposal.save(update_fields=["accepted", "decided_on", "decided_by"])
    record("signals.proposal_waits_again", proposal, by=by)
    return proposal


def _is_untouched(theme: Theme, proposal: Proposal) -> bool:
    today = clock.today()
    is_its_own = proposal.kind == Proposal.Kind.NEW and proposal.accepted and proposal.house_id == theme.house_id
    is_fresh = theme.confirmed_on == proposal.decided_on == today and theme.closed_on is None and not theme.decided_on
    mine = set(theme.signals.values_list("pk", flat=True))
    return bool(is_its_own and is_fresh and mine <= _signals_of(proposal) and not _hangs_on(theme))


def _signals_of(proposal: Proposal) -> set[object]:
    return set(proposal.signals.values_list("pk", flat=True))


def _hangs_on(theme: Theme) -> bool:
    """Whether anything of any room points to the theme, but for its signals and its keys."""
    own = {VoiceKey, theme.signals.model}
    links = [link for link in theme._meta.related_objects if link.related_model not in own]
    return any(link.related_model._base_manager.filter(**{link.field.name: theme}).exists() for link in links)
