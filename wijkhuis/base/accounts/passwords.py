"""What a password must be, in our own words."""

from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """A password has at least so many characters."""

    def get_error_message(self) -> str:
        return _("This password is too short. Use at least %(min_length)d characters.") % {
            "min_length": self.min_length
        }


class NotEverybodysPassword(CommonPasswordValidator):
    """A password is not one of the twenty thousand that are tried first."""

    def get_error_message(self) -> str:
        return _("Many people use this password, so it is easy to guess. Choose another one.")
