"""Who can sign in."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        """Keep a new user; without a password they sign in by code or through the municipality."""
        user = self.model(email=email.strip().lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who works in or with the houses and can sign in. Residents need no account."""

    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("Somebody already signs in with this e-mail address.")},
    )
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    function = models.CharField(_("function"), max_length=80, blank=True, help_text=_("As residents read it."))
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES, default="nl")
    is_active = models.BooleanField(_("may sign in"), default=True)
    needs_second_factor = models.BooleanField(_("needs a second factor"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name"]
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_is_in_lower_case"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def introduction(self) -> str:
        """First name and function, as a resident reads it."""
        return f"{self.first_name}, {self.function}" if self.function else self.first_name


class SignIn(models.Model):
    """One time that somebody came in, so that they can see whether it was them."""

    class Way(models.TextChoices):
        PASSWORD = "password", _("with a password")
        CODE = "code", _("with a code by e-mail")
        SECOND_FACTOR = "second_factor", _("with a second step")
        PASSKEY = "passkey", _("with a passkey")
        MUNICIPALITY = "municipality", _("through the municipality")
        DEMO = "demo", _("in the demo")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    way = models.CharField(max_length=20, choices=Way.choices)
    origin = models.CharField(max_length=45, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-at"], name="sign_in_by_user")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.way}"

    @classmethod
    def way_of(cls, ways: Sequence[str]) -> "SignIn.Way":
        """Put what somebody showed at the door into one word."""
        if "demo" in ways:
            return cls.Way.DEMO
        if "socialaccount" in ways:
            return cls.Way.MUNICIPALITY
        if "mfa" in ways:
            return cls.Way.PASSKEY if len(set(ways)) == 1 else cls.Way.SECOND_FACTOR
        return cls.Way.CODE if "code" in ways else cls.Way.PASSWORD
