"""Addresses of the record of a question, its handover, households and discussions."""

from django.urls import URLPattern, path

from wijkhuis.loop.desk.views import discussion, handover, household
from wijkhuis.loop.desk.views.record import ending, facts, follow_up, hold, page, rung, talk

urlpatterns: list[URLPattern] = [
    path("vragen/<int:pk>/", page.question, name="question"),
    path("vragen/<int:pk>/gekeken/", page.looked, name="looked"),
    path("vragen/<int:pk>/trede/", rung.rung, name="rung"),
    path("vragen/<int:pk>/oppakken/", hold.take, name="take"),
    path("vragen/<int:pk>/collega/", hold.pass_on, name="pass_on"),
    path("vragen/<int:pk>/stap/", hold.plan, name="plan"),
    path("vragen/<int:pk>/gesprek/", talk.note, name="note"),
    path("vragen/<int:pk>/antwoord/", talk.answer, name="answer"),
    path("vragen/<int:pk>/antwoord/<int:answer_pk>/", talk.outcome, name="outcome"),
    path("vragen/<int:pk>/beantwoord/", follow_up.answered, name="answered"),
    path("vragen/<int:pk>/navraag/", follow_up.follow_up, name="follow_up"),
    path("vragen/<int:pk>/terugdoen/", follow_up.gives_back, name="gives_back"),
    path("vragen/<int:pk>/terugdoen/gesproken/", follow_up.talked, name="talked"),
    path("vragen/<int:pk>/verteld/", follow_up.told, name="told"),
    path("vragen/<int:pk>/weer-klaar/", follow_up.end_again, name="end_again"),
    path("vragen/<int:pk>/gegevens/", facts.facts, name="facts"),
    path("vragen/<int:pk>/link/", facts.send_link, name="send_link"),
    path("vragen/<int:pk>/nieuwe-link/", facts.new_link, name="new_link"),
    path("vragen/<int:pk>/heropenen/", follow_up.reopen, name="reopen"),
    path("vragen/<int:pk>/niet-meer-nodig/", ending.withdraw, name="withdraw"),
    path("vragen/<int:pk>/wissen/", ending.forget, name="forget"),
    path("vragen/<int:pk>/overdragen/", handover.hand_over, name="hand_over"),
    path("overdracht/", handover.offered, name="offered"),
    path("overdracht/<int:pk>/", handover.handover, name="handover"),
    path("overdracht/<int:pk>/terugnemen/", handover.take_back, name="take_back"),
    path("overdracht/<int:pk>/code/", handover.new_code, name="new_code"),
    path("vragen/<int:pk>/huishouden/", household.to_household, name="to_household"),
    path("vragen/<int:pk>/huishouden/verlaten/", household.leave, name="leave_household"),
    path("huishouden/<int:pk>/", household.household, name="household"),
    path("huishouden/afspraak/<int:pk>/", household.keep_promise, name="keep_promise"),
    path("vragen/<int:pk>/overleg/", discussion.to_discussion, name="to_discussion"),
    path("overleg/", discussion.discussions, name="discussions"),
    path("overleg/<int:pk>/", discussion.discussion, name="discussion"),
    path("overleg/<int:pk>/agenda/", discussion.agenda, name="agenda"),
    path("overleg/<int:pk>/aanpassen/", discussion.change, name="change_discussion"),
    path("overleg/<int:pk>/afzeggen/", discussion.cancel, name="cancel_discussion"),
    path("overleg/<int:pk>/heropenen/", discussion.reopen, name="reopen_discussion"),
    path("overleg/stap/<int:pk>/", discussion.step, name="step"),
]
