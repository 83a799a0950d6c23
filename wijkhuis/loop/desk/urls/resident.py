"""What people reach by a link: residents their own question, partners what was handed to them."""

from django.urls import path

from wijkhuis.loop.desk.views import mine, mine_ways, partner

urlpatterns = [
    path("mijn/", mine.mine_code, name="mine_code"),
    path("mijn/gewist/<slug:slug>/", mine_ways.mine_deleted, name="mine_deleted"),
    path("mijn/<str:token>/", mine.mine, name="mine"),
    path("mijn/<str:token>/bewaard/", mine.mine_saved, name="mine_saved"),
    path("mijn/<str:token>/briefje/", mine.mine_slip, name="mine_slip"),
    path("mijn/<str:token>/hoe-ging-het/", mine_ways.mine_follow_up, name="mine_follow_up"),
    path("mijn/<str:token>/woorden/", mine_ways.mine_words, name="mine_words"),
    path("mijn/<str:token>/voor-een-ander/", mine_ways.mine_gives_back, name="mine_gives_back"),
    path("mijn/<str:token>/opnieuw/", mine_ways.mine_again, name="mine_again"),
    path("mijn/<str:token>/niet-meer-nodig/", mine_ways.mine_withdraw, name="mine_withdraw"),
    path("mijn/<str:token>/wissen/", mine_ways.mine_delete, name="mine_delete"),
    path("p/<str:token>/", partner.partner, name="partner"),
]
