"""Rows of the matrix for approaches, who joins, telling back and ways of working."""

from tests.authorisation.table import (
    DESK,
    IN_GROUP,
    NOT_HERE,
    PUBLIC,
    RECORD_GET,
    RECORD_POST,
    STAFF,
    Row,
    both,
    everybody,
    one,
    only,
    post_only,
    question,
    record,
)

BY_LINK = {"token": lambda scene: scene.token}
OWN = everybody("ok")
# Who owns or supports an approach, and the group; who works here reads it, and from five people on everybody does.
AT_WORK = only("coordinator owner member", "ok", others="gone") | dict.fromkeys(
    "holder host volunteer professional manager".split(), "no"
)
READ_BY_ALL = everybody("method")
KEEPS = f"{STAFF} member"
METHOD = {"key": lambda scene: scene.method}
APPROACH = {
    "approaches:approaches": Row(PUBLIC, READ_BY_ALL),
    "approaches:approach": Row(PUBLIC | dict.fromkeys(["coordinator", "owner"], "ok"), READ_BY_ALL, one("approach")),
    "approaches:poster": Row(PUBLIC, READ_BY_ALL, one("approach")),
    "approaches:make": Row(IN_GROUP, NOT_HERE, one("approach_theme")),
    "approaches:make_step": both(IN_GROUP, one("approach_theme") | {"step": lambda scene: "plan"}),
    **{f"approaches:{name}": both(AT_WORK, one("approach")) for name in "change look_back look_again end tell".split()},
    **{f"approaches:{name}": post_only(AT_WORK, one("approach")) for name in ("add_step", "add_pledge")},
    "approaches:tick_step": post_only(AT_WORK, one("approach_step")),
    "approaches:tick_pledge": post_only(AT_WORK, one("pledge")),
    "approaches:change_step": both(AT_WORK, one("approach_step")),
    "approaches:remove_step": post_only(AT_WORK, one("approach_step")),
    "approaches:change_pledge": both(AT_WORK, one("pledge")),
    "approaches:remove_pledge": post_only(AT_WORK, one("pledge")),
    "approaches:change_result": both(AT_WORK, one("approach")),
    "approaches:go_on": post_only(AT_WORK, one("approach_that_ended")),
    # Only who sees the list, and who works on that question.
    "approaches:take_off": post_only(only("coordinator owner", "ok", others="gone"), one("joiner")),
    "approaches:take_off_at_desk": post_only(
        RECORD_GET, {"pk": question, "approach_pk": lambda scene: scene.approach.pk}
    ),
    "approaches:join": both(PUBLIC, one("approach")),
    # Who has the link they got when they joined, takes themselves off.
    "approaches:leave": both(OWN, {"key": lambda scene: scene.joiner_key}),
    "approaches:hear_back": Row(only(DESK, "open") | dict.fromkeys(["holder", "coordinator"], "ok"), NOT_HERE),
    "approaches:say_told": post_only(RECORD_POST, one("hearing")),
    "approaches:ask_to_join": record(post=RECORD_GET, approach_pk=lambda scene: scene.approach.pk),
    "approaches:mine_join": both(OWN, BY_LINK | {"approach_pk": lambda scene: scene.approach.pk}),
    "approaches:mine_leave": Row(everybody("method"), OWN, BY_LINK | {"approach_pk": lambda scene: scene.approach.pk}),
    "approaches:methods": Row(PUBLIC, READ_BY_ALL),
    **{f"approaches:{name}": Row(PUBLIC, READ_BY_ALL, METHOD) for name in ("method", "method_paper")},
    "approaches:add_method": both(only(KEEPS, "open")),
    "approaches:change_method": both(only(KEEPS, "open"), METHOD),
    "approaches:drop_method": post_only(
        only(KEEPS, "open") | dict.fromkeys(["other_host", "other_coordinator"], "gone"), METHOD
    ),
}
