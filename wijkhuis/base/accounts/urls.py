"""Signing in and out; only the doors of allauth that this house uses."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as municipality
from django.urls import URLPattern, path, re_path

from wijkhuis.base.accounts import views

door: list[URLPattern] = [
    path("inloggen/", views.sign_in, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("geen-account/", views.not_invited, name="account_signup"),
    path("code/", account.request_login_code, name="account_request_login_code"),
    path("code/invullen/", account.confirm_login_code, name="account_confirm_login_code"),
    path("demo/", views.demo_sign_in, name="demo_sign_in"),
    path("oidc/<slug:provider_id>/", municipality.login, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/terug/", municipality.callback, name="openid_connect_callback"),
    path("nog-een-keer/", account.reauthenticate, name="account_reauthenticate"),
]

passwords: list[URLPattern] = [
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("wachtwoord/kiezen/", account.password_set, name="account_set_password"),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("wachtwoord/klaar/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

second_steps: list[URLPattern] = [
    path("tweede-stap/", views.second_factor, name="mfa_index"),
    path("tweede-stap/invullen/", views.second_step, name="mfa_authenticate"),
    path("tweede-stap/nog-een-keer/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tweede-stap/app/", views.set_up_app, name="mfa_activate_totp"),
    path("tweede-stap/app/weg/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("reservecodes/", spare.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("reservecodes/bewaren/", spare.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("reservecodes/nieuw/", spare.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/nieuw/", views.add_passkey, name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/weg/", views.remove_passkey, name="mfa_remove_webauthn"),
    path("passkeys/inloggen/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/nog-een-keer/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]

own: list[URLPattern] = [
    path("", views.my_account, name="my_account"),
    path("taal/", views.set_language, name="set_language"),
]

urlpatterns = [*door, *passwords, *second_steps, *own]
