"""Our own words where allauth would speak: errors, what was done, and what we mail about afterwards."""

from django.utils.translation import gettext_lazy as _

TOO_OFTEN = _("That went wrong too often. Wait five minutes, then try again.")
WRONG_CODE = _("This code is not right. Look once more, or ask for a new one.")

ERRORS = {
    "account_inactive": _("This account is closed. Ask your coordinator."),
    "email_password_mismatch": _("E-mail address and password do not belong together. Try again, or ask for a code."),
    "enter_current_password": _("This is not your current password."),
    "incorrect_code": WRONG_CODE,
    "incorrect_password": _("This is not your password."),
    "invalid_or_expired_key": _("This link does not work any more. Ask for a new one."),
    "invalid_login": _("This did not work. Try again."),
    "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
    "too_many_login_attempts": TOO_OFTEN,
    "rate_limited": TOO_OFTEN,
}

SECOND_FACTOR_ERRORS = {
    "cannot_delete_authenticator": _("For your work you need a second step. First add another one, then remove this."),
    "cannot_generate_recovery_codes": _("First set up your second step. Then you get spare codes."),
    "incorrect_code": _("This code is not right. Wait for the next code in your app and try again."),
}

DONE = {
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_set.txt": _("Your password is saved."),
    "account/messages/password_changed.txt": _("Your new password is saved."),
    "mfa/messages/totp_activated.txt": _("Your app is set up. From now on you sign in with a code from your app."),
    "mfa/messages/totp_deactivated.txt": _("Your app is removed. Codes from it do not work any more."),
    "mfa/messages/recovery_codes_generated.txt": _("Your spare codes are ready."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is saved. You can sign in with it."),
    "mfa/messages/webauthn_removed.txt": _("Your passkey is removed."),
}

MAILED = {
    "account/email/password_changed": _("Your password was changed."),
    "account/email/password_set": _("You have a password now."),
    "account/email/password_reset": _("Your password was changed."),
    "mfa/email/totp_activated": _("An app for codes was added to your account."),
    "mfa/email/totp_deactivated": _("The app for codes was removed from your account."),
    "mfa/email/recovery_codes_generated": _("New spare codes were made for your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
}
