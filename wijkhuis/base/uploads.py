"""How much somebody may send: little without an account, a whole list with one."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class NotTooMuch(FileUploadHandler):
    """Turns a body away before a byte of its files is written down (400)."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at how long the whole body says it is; a server reads no further than that."""
        user = getattr(self.request, "user", None)
        is_known = user is not None and user.is_authenticated
        if content_length > (settings.LARGEST_UPLOAD if is_known else settings.DATA_UPLOAD_MAX_MEMORY_SIZE):
            raise RequestDataTooBig("More than may be sent here.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leave keeping to who comes next."""
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Leave keeping to who comes next."""
        return None
