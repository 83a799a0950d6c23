from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "wijkhuis.base.accounts"
    label = "accounts"
