"""What the group types, made clean."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkhuis.base import clock
from wijkhuis.base.language.typed import WithoutBsn
from wijkhuis.base.ui.fields import day_field
from wijkhuis.loop.agenda.models import Meeting, Task
from wijkhuis.loop.signals.models import Seat, Theme

Standing = Theme.Standing


class MeetingForm(WithoutBsn, forms.Form):
    """When, where, and who chairs."""

    on = day_field(_("Which day?"))
    at = forms.TimeField(label=_("What time?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)
    chair = forms.ModelChoiceField(Seat.objects.none(), label=_("Who chairs?"), required=False)

    def __init__(self, *args: Any, seats: QuerySet[Seat], moment: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        local = timezone.localtime(moment)
        self.fields["on"].initial, self.fields["at"].initial = local.date(), local.time()
        chair = self.fields["chair"]
        assert isinstance(chair, forms.ModelChoiceField)
        chair.queryset = seats
        chair.empty_label = str(_("we decide that in the meeting"))
        chair.help_text = _("Residents chair in turn: who chaired longest ago is first.")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("on") and values.get("at"):
            values["starts_at"] = timezone.make_aware(datetime.combine(values["on"], values["at"]))
        return values

    @property
    def facts(self) -> dict[str, Any]:
        """What the meeting is made of."""
        return {name: self.cleaned_data[name] for name in ("starts_at", "place", "chair")}


class PointForm(WithoutBsn, forms.Form):
    """A point of one's own."""

    words = forms.CharField(label=_("What would you talk about?"), max_length=200)


WHY_HELP = {
    Standing.TAKEN_UP: _("For example: “Many people run into this, and we can do something about it together.”"),
    Standing.WATCHED: _("For example: “We hear this more often. In spring we look whether it is still so.”"),
    Standing.HANDED_OVER: _("For example: “The street is the municipality's. We asked for light at the bus stop.”"),
    Standing.LET_GO: _("For example: “The library does this since September, and that is enough.”"),
}


class DecisionForm(WithoutBsn, forms.Form):
    """What the group decided, with the facts that this decision needs."""

    why = forms.CharField(
        label=_("Why? In one sentence that everybody may read"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, standing: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["why"].help_text = WHY_HELP[Standing(standing)]
        if standing == Standing.WATCHED:
            self.fields["look_again_on"] = day_field(_("When do you look again?"))
            self.fields["look_again_on"].initial = clock.add_months(clock.today(), 3)
        if standing == Standing.HANDED_OVER:
            self.fields["handed_to"] = forms.CharField(
                label=_("To whom at the municipality?"),
                max_length=120,
                help_text=_("A department or team, not the name of a person. For example: “team Traffic”."),
            )
            self.fields["answer_due_on"] = day_field(_("By which day do they owe an answer?"))
            self.fields["answer_due_on"].initial = clock.today() + timedelta(weeks=6)


class AnswerForm(WithoutBsn, forms.Form):
    """What the municipality answered."""

    answer = forms.CharField(
        label=_("What is the answer, in plain words? Everybody may read it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answered_on = day_field(_("When did you hear it?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answered_on"].initial = clock.today


class ConcernedForm(WithoutBsn, forms.Form):
    """What people in the situation say."""

    words = forms.CharField(
        label=_("What do people in this situation say themselves?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("As they said it, without a name. What helps, according to them? What does not?"),
    )
    heard_how = forms.CharField(
        label=_("How did you hear this?"),
        max_length=200,
        required=False,
        help_text=_("For example: “at the coffee morning, from six people”."),
    )
    heard_on = day_field(_("When?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["heard_on"].initial = clock.today


class TaskForm(WithoutBsn, forms.Form):
    """Who does what before when."""

    what = forms.CharField(label=_("What is to be done?"), max_length=200)
    seat = forms.ModelChoiceField(Seat.objects.none(), label=_("Who does it?"), required=False)
    who = forms.CharField(label=_("Or somebody else: a first name"), max_length=80, required=False)
    by_on = day_field(_("Before when?"))

    def __init__(self, *args: Any, seats: QuerySet[Seat], **options: Any) -> None:
        super().__init__(*args, **options)
        seat = self.fields["seat"]
        assert isinstance(seat, forms.ModelChoiceField)
        seat.queryset, seat.empty_label = seats, str(_("somebody without a seat"))
        self.fields["by_on"].initial = clock.today() + timedelta(weeks=2)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if not values.get("seat") and not values.get("who"):
            self.add_error("seat", _("Who does this?"))
        return values


class ChangeTaskForm(TaskForm):
    """Somebody else does it, or on another day."""

    def __init__(self, *args: Any, task: Task, seats: QuerySet[Seat], **options: Any) -> None:
        first = {"seat": task.seat_id, "who": task.who, "by_on": task.by_on}
        super().__init__(*args, seats=seats, initial=first, **options)
        del self.fields["what"]
        self.fields["by_on"].initial = task.by_on


class ClosingForm(WithoutBsn, forms.Form):
    """Who was there, and what else was said."""

    present = forms.CharField(label=_("Who was there?"), max_length=400, required=False)
    notes = forms.CharField(
        label=_("What else should be kept?"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("No names of residents who asked something."),
    )


def seats_to_choose(meeting: Meeting) -> QuerySet[Seat]:
    """Everybody with a seat in the group today."""
    return Seat.objects.taken(on=clock.today()).filter(group_id=meeting.group_id).select_related("user")
