"""The door of the house, and what people see about their own account."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.socialaccount.adapter import get_adapter as get_municipality_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkhuis.base.access import origin, public
from wijkhuis.base.accounts import actions, queries
from wijkhuis.base.accounts.adapters import SecondFactorAdapter
from wijkhuis.base.accounts.forms import MyDetailsForm
from wijkhuis.base.accounts.models import User
from wijkhuis.base.accounts.sentences import SECOND_FACTOR_ERRORS, TOO_OFTEN
from wijkhuis.base.accounts.sessions import ENDED, LANGUAGE, is_strong, mark_new_lock, mark_strong, person_of
from wijkhuis.base.errors import demand

HALF_A_YEAR = 183 * 24 * 3600


class SignIn(LoginView):
    """The page with all ways in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ways = {
            "municipalities": get_municipality_adapter().list_providers(self.request),
            "demo_people": queries.demo_people(),
            "ended": self.request.session.get(ENDED, ""),
        }
        return {**super().get_context_data(**kwargs), **ways}


class SecondStep(AuthenticateView):
    """The page that asks for a passkey or a code, whichever the person has."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "locks": queries.locks_of(self.stage.login.user)}


class SetUpApp(ActivateTOTPView):
    """Tie an app to the account; this session is strong from then on."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        mark_new_lock(self.request)
        return response


class AddPasskey(AddWebAuthnView):
    """Tie a passkey to the account; this session is strong from then on."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        mark_new_lock(self.request)
        return response


class RemovePasskey(RemoveWebAuthnView):
    """Take a passkey away, unless it is the last lock of somebody who needs one."""

    def form_valid(self, form: Any) -> HttpResponse:
        may = SecondFactorAdapter().can_delete_authenticator(self.get_object())
        demand(may, str(SECOND_FACTOR_ERRORS["cannot_delete_authenticator"]))
        return super().form_valid(form)


sign_in = public("people who are not signed in come in here")(SignIn.as_view())
second_step = public("people who are halfway come in here")(SecondStep.as_view())
set_up_app = SetUpApp.as_view()
add_passkey = AddPasskey.as_view()
remove_passkey = RemovePasskey.as_view()


@public("who has no account reads here how to get one")
def not_invited(request: HttpRequest) -> HttpResponse:
    """Say that accounts are made by a house."""
    return render(request, "account/signup_closed.html", status=403)


def second_factor(request: HttpRequest) -> HttpResponse:
    """Choose a second step; somebody who has one but did not show it comes in again through the door."""
    locks = queries.locks_of(person_of(request))
    if not is_strong(request.session) and (locks.app or locks.passkeys):
        logout(request)
        return redirect("account_login")
    return render(request, "mfa/index.html", {"locks": locks, "must": not is_strong(request.session)})


def my_account(request: HttpRequest) -> HttpResponse:
    """Show and change what is known about oneself."""
    user = person_of(request)
    form = MyDetailsForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        actions.change_own_details(user, **form.cleaned_data, by=user)
        request.session.pop(LANGUAGE, None)
        messages.success(request, _("Saved."))
        return redirect("my_account")
    facts = {"form": form, "locks": queries.locks_of(user), "sign_ins": queries.recent_sign_ins(user)}
    return render(request, "accounts/my_account.html", facts)


@public("visitors choose their own language")
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Speak another language: for this person from now on, for this visit, or for this visitor."""
    response = redirect(_safe_next(request))
    language = request.POST.get("language", "")
    if language not in settings.RESIDENT_LANGUAGES:
        return response
    if not request.user.is_authenticated:
        name = settings.LANGUAGE_COOKIE_NAME
        response.set_cookie(name, language, HALF_A_YEAR, samesite="Lax", httponly=True, secure=settings.TLS)
    elif language in settings.STAFF_LANGUAGES:
        request.session.pop(LANGUAGE, None)
        actions.choose_language(person_of(request), language=language, by=person_of(request))
    else:
        request.session[LANGUAGE] = language
    return response


@public("in the demo everybody may look around as an invented person")
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Come in as an invented person, without a password; outside the demo this page does not exist."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(queries.demo_people(), email=request.POST.get("email", ""))
    logout(request)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    mark_strong(request.session)
    actions.keep_sign_in(user, ways=["demo"], origin=origin(request))
    return redirect(_safe_next(request, otherwise=settings.LOGIN_REDIRECT_URL))


def too_often(request: HttpRequest) -> HttpResponse:
    """Say how long to wait after too many tries."""
    return render(request, "429.html", {"sentence": TOO_OFTEN}, status=429)


def _safe_next(request: HttpRequest, *, otherwise: str = "/") -> str:
    target = request.POST.get("next", "")
    here = {request.get_host()}
    return target if url_has_allowed_host_and_scheme(target, here, require_https=request.is_secure()) else otherwise
