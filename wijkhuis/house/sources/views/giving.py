"""The map as a table to take along, for everybody."""

from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from wijkhuis.base import clock
from wijkhuis.base.access import limited, public
from wijkhuis.house.sources.queries.table import parts_of_the_map, rows_of_the_map
from wijkhuis.house.sources.rules.giving import write_csv, write_excel

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN = public("everybody may take the map along")
NOT_TOO_OFTEN = limited("table", at_most=20, seconds=300, methods=("GET",))


@OPEN
@NOT_TOO_OFTEN  # type: ignore[arg-type]
@require_GET
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """The map as CSV."""
    response = StreamingHttpResponse(write_csv(rows_of_the_map()), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="kaart-{clock.today()}.csv"'
    return response


@OPEN
@NOT_TOO_OFTEN  # type: ignore[arg-type]
@require_GET
def as_excel(request: HttpRequest) -> HttpResponseBase:
    """The map as an Excel file; a large map in parts, and all of it at once only as CSV."""
    parts, asked = parts_of_the_map(), request.GET.get("deel", "")
    if parts > 1 and asked not in map(str, range(1, parts + 1)):
        return redirect("sources:csv")
    part = int(asked) if parts > 1 else 1
    name = f"kaart-{clock.today()}-{part}.xlsx" if parts > 1 else f"kaart-{clock.today()}.xlsx"
    file = TemporaryFile()  # noqa: SIM115
    write_excel(rows_of_the_map(part), file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=EXCEL)
