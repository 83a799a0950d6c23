"""How allauth is tied to our own users: nobody signs up, somebody is invited."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from wijkhuis.base.access import origin
from wijkhuis.base.accounts import sentences
from wijkhuis.base.accounts.actions import keep_sign_in
from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.queries import has_second_factor, user_with_email
from wijkhuis.base.accounts.sessions import STRONG_WAYS, came_in_just_now, is_strong, mark_strong, ways_in


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a house, never by a form on the web."""

    error_messages = {**DefaultAccountAdapter.error_messages, **sentences.ERRORS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return origin(request) or "unknown"

    def get_login_stages(self) -> list[str]:
        """Ask the second factor the way this house wants it."""
        ours = "wijkhuis.base.accounts.stages.SecondFactorStage"
        return [ours if "AuthenticateStage" in stage else stage for stage in super().get_login_stages()]

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        """Remember how strong the session is, and write down that somebody came in."""
        ways = ways_in(request)
        if STRONG_WAYS & set(ways):
            mark_strong(request.session)
        keep_sign_in(user, ways=ways, origin=origin(request))
        response = super().post_login(request, user, **facts)
        return redirect("mfa_index") if user.needs_second_factor and not is_strong(request.session) else response

    def is_reauthentication_required(self, *, app: str, **facts: Any) -> bool:
        """Who came in just now need not say again who they are."""
        return super().is_reauthentication_required(app=app, **facts) and not came_in_just_now(context.request)

    def reauthenticate(self, user: User, password: str) -> bool:
        return self.authenticate(context.request, email=user.email, password=password) == user

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("my_account")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say only what we have our own words for."""
        sentence = message or sentences.DONE.get(message_template or "")
        if sentence:
            messages.add_message(request, level, str(sentence), extra_tags=extra_tags)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody by e-mail that the locks on their account changed."""
        if sentence := sentences.MAILED.get(template_prefix):
            with translation.override(user.language):
                self.send_mail("account/email/notice", user.email, {"user": user, "sentence": sentence})


class SecondFactorAdapter(DefaultMFAAdapter):
    """The secrets of apps are kept encrypted; who needs a second factor keeps at least one."""

    error_messages = {**DefaultMFAAdapter.error_messages, **sentences.SECOND_FACTOR_ERRORS}

    def get_totp_issuer(self) -> str:
        return "Wijkhuis"

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        return _("My phone or computer")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        user = authenticator.user
        return not user.needs_second_factor or has_second_factor(user, besides=authenticator)

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _lock().decrypt(encrypted_text.encode()).decode()


class MunicipalityAdapter(DefaultSocialAccountAdapter):
    """Who comes through the municipality's provider must already be known by e-mail address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let invited people in, and turn everybody else away with a sentence; no account is made."""
        if sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(redirect("my_account"))
        if sociallogin.is_existing:
            return
        user = _invited(sociallogin)
        if user is None:
            facts = {"came_from": sociallogin.account.get_provider(request).name}
            raise ImmediateHttpResponse(render(request, "account/signup_closed.html", facts, status=403))
        sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **facts: Any) -> None:
        """Go back to the door when the provider could not say who somebody is."""
        sentence = _("Signing in through %(name)s did not work. Try again, or choose another way.")
        messages.error(request, sentence % {"name": provider.name})
        raise ImmediateHttpResponse(redirect("account_login"))


def _invited(sociallogin: SocialLogin) -> User | None:
    verified = [address.email for address in sociallogin.email_addresses if address.verified]
    return next(filter(None, map(user_with_email, verified)), None)


def _lock() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(str(secret))) for secret in secrets])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"second factor " + secret.encode()).digest())
