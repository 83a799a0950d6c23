"""The tail of an invitation: the mail, with a link that is made when it is sent."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from wijkhuis.base.accounts.models import User


@app.task(name="accounts.send_invitation", retry=RetryStrategy(max_attempts=5, exponential_wait=30))
def send_invitation(user_id: int, by_id: int | None) -> None:
    """Mail somebody that they are invited, in their own language."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    inviter = User.objects.filter(pk=by_id).first() if by_id else None
    with translation.override(user.language):
        words = {"user": user, "inviter": inviter, "password_url": _password_url(user), "code_url": _code_url()}
        subject, _line, body = render_to_string("accounts/mail/invitation.txt", words).strip().partition("\n")
    send_mail(subject.strip(), body.strip() + "\n", None, [user.email])


def _password_url(user: User) -> str:
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return settings.SITE_URL + reverse("account_reset_password_from_key", kwargs=key)


def _code_url() -> str:
    return settings.SITE_URL + reverse("account_request_login_code")
