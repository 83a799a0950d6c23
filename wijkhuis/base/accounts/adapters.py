"""How allauth is tied to our own users: nobody signs up, somebody is invited."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a house, never by a form on the web."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class MunicipalityAdapter(DefaultSocialAccountAdapter):
    """Who comes through the municipality's provider must already be known by e-mail address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factor as allauth does it."""
