"""Invite the first administrator of a city; everybody else is invited in the office."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from wijkhuis.base.accounts.actions import invite_user
from wijkhuis.base.journal.actions import SYSTEM
from wijkhuis.house.neighbourhood.models import City
from wijkhuis.house.people.actions import give_role
from wijkhuis.house.people.models import Role


class Command(BaseCommand):
    help = "Invite an administrator by e-mail, and name the city when it has no name yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("first_name")
        parser.add_argument("--city", default="", help="the name of the municipality")

    @transaction.atomic
    def handle(self, *args: Any, email: str, first_name: str, city: str, **options: Any) -> None:
        if city and not City.objects.exists():
            City.objects.create(name=city)
        user = invite_user(email=email, first_name=first_name, by=None)
        give_role(user, kind=Role.Kind.ADMINISTRATOR, house=None, by=SYSTEM)
        self.stdout.write(f"{user.email} gets an e-mail and can sign in. The worker sends it: ./huis work")
