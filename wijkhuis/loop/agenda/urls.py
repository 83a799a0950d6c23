"""Addresses of this room. What the group does stands before the houses: no house is called "overleg"."""

from django.urls import path

from wijkhuis.loop.agenda.views import closing, decisions, items, meetings, public, tasks

app_name = "agenda"
urlpatterns = [
    path("wijkagenda/", public.houses, name="houses"),
    path("wijkagenda/overleg/", meetings.meetings, name="meetings"),
    path("wijkagenda/overleg/nieuw/", meetings.plan, name="plan"),
    path("wijkagenda/overleg/<int:pk>/", meetings.meeting, name="meeting"),
    path("wijkagenda/overleg/<int:pk>/wijzigen/", meetings.change, name="change_meeting"),
    path("wijkagenda/overleg/<int:pk>/afzeggen/", meetings.cancel, name="cancel_meeting"),
    path("wijkagenda/overleg/<int:pk>/papier/", meetings.paper, name="meeting_paper"),
    path("wijkagenda/overleg/<int:pk>/scherm/", items.screen, name="screen"),
    path("wijkagenda/overleg/<int:pk>/aanvullen/", items.fill, name="fill_agenda"),
    path("wijkagenda/overleg/<int:pk>/punt/", items.put, name="put_point"),
    path("wijkagenda/overleg/<int:pk>/afspraak/", tasks.add, name="add_task"),
    path("wijkagenda/overleg/<int:pk>/sluiten/", closing.close, name="close_meeting"),
    path("wijkagenda/overleg/<int:pk>/verslag/", closing.minutes, name="minutes"),
    path("wijkagenda/overleg/<int:pk>/verslag/papier/", closing.minutes_paper, name="minutes_paper"),
    path("wijkagenda/punten/<int:pk>/", items.item, name="item"),
    path("wijkagenda/punten/<int:pk>/plaats/", items.move, name="move_item"),
    path("wijkagenda/punten/<int:pk>/weg/", items.remove, name="remove_item"),
    path("wijkagenda/punten/<int:pk>/klaar/", items.finish, name="finish_item"),
    path("wijkagenda/punten/<int:pk>/voorstel/", items.proposal, name="answer_proposal"),
    path("wijkagenda/afspraken/papier/", tasks.paper, name="tasks_paper"),
    path("wijkagenda/afspraken/<int:pk>/wijzigen/", tasks.change, name="change_task"),
    path("wijkagenda/afspraken/<int:pk>/vervalt/", tasks.drop, name="drop_task"),
    path("wijkagenda/afspraken/<int:pk>/klaar/", tasks.tick, name="tick_task"),
    path("wijkagenda/afspraken/<int:pk>/weg/", tasks.remove, name="remove_task"),
    path("wijkagenda/themas/<int:pk>/besluit/", decisions.decide, name="decide"),
    path("wijkagenda/themas/<int:pk>/op-de-agenda/", items.put_theme, name="put_theme"),
    path("wijkagenda/themas/<int:pk>/zij-zelf/", decisions.concerned, name="concerned"),
    path("wijkagenda/zij-zelf/<int:pk>/weg/", decisions.remove_concerned, name="remove_concerned"),
    path("wijkagenda/besluiten/<int:pk>/terug/", decisions.undo, name="undo_decision"),
    path("wijkagenda/besluiten/<int:pk>/antwoord/", decisions.answer, name="keep_answer"),
    path("wijkagenda/<slug:slug>/", public.house, name="house"),
    path("wijkagenda/<slug:slug>/papier/", public.poster, name="poster"),
    path("wijkagenda/<slug:slug>/besluiten.atom", public.feed, name="feed"),
]
