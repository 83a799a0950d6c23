"""What somebody passes between the door and the house."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest


class SecondFactorStage(AuthenticateStage):
    """Ask for the second factor, unless the municipality already asked one."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        if any(record["method"] == "socialaccount" for record in records):
            return False
        return super()._should_handle(request)
