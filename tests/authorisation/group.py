"""Rows of the matrix for signals, themes, meetings and the programme: what residents and professionals do together."""

from tests.authorisation.table import (
    IN_GROUP,
    LIST,
    NOT_HERE,
    PUBLIC,
    RECORD_GET,
    STAFF,
    TEAM_HERE,
    Row,
    both,
    everybody,
    one,
    only,
    post_only,
    record,
)

# A signal is taken from a question by who works on it; everybody who works in a house writes down what they notice.
# Who sits in the signal group, with a role or without, does the same.
OF_ROUND = only(f"{TEAM_HERE} member", "open", others="gone")
SIGNALS = {
    "signals:consider": record(post=RECORD_GET, offer=lambda scene: "answered"),
    "signals:offers": Row(only(LIST, "open"), NOT_HERE),
    "signals:give": both(only(f"{STAFF} member", "open")),
    "signals:rounds": Row(only(f"{STAFF} member", "open"), NOT_HERE),
    "signals:new_round": both(only(f"{STAFF} member", "open")),
    **{
        f"signals:{name}": both(OF_ROUND, one("round"))
        for name in "round together close_round change_round call_off_round".split()
    },
    "signals:remove_pair": both(OF_ROUND, one("walkers")),
    "signals:round_paper": Row(OF_ROUND, NOT_HERE, one("round")),
    "signals:new_link": post_only(OF_ROUND, one("walkers")),
    "signals:take_back": post_only(everybody("open") | {"nobody": "door"}),
}

# The signal group of De Brug, which Carla prepares and in which Selma sits; Otto sat there until today.
# Others of the house know a theme from five people on.
GROUP = "coordinator member"
READS = only(f"{GROUP} other_coordinator", "ok")
THEME = {"pk": lambda scene: scene.theme.pk}
COMPOSE = "coordinator manager"
THEMES = {
    "signals:look": post_only(READS),
    "signals:themes": Row(only(STAFF, "open") | dict.fromkeys(GROUP.split(), "ok"), NOT_HERE),
    **{f"signals:{name}": Row(READS, NOT_HERE) for name in "over_time csv sheet".split()},
    "signals:proposal": both(IN_GROUP, one("proposal")),
    "signals:take_back_no": post_only(IN_GROUP, one("proposal")),
    # Five people are behind it: staff of the house reads its name, without a sentence.
    "signals:theme": Row(only(TEAM_HERE, "open", others="gone") | dict.fromkeys(GROUP.split(), "ok"), NOT_HERE, THEME),
    **{f"signals:{name}": both(IN_GROUP, THEME) for name in "rename split take_out bring_in merge close".split()},
    "signals:exists": Row(IN_GROUP, NOT_HERE, THEME),
    "signals:undo": post_only(only("", "ok", others="gone"), THEME),
    "signals:group": Row(only(f"{COMPOSE} other_coordinator member", "ok"), only(f"{COMPOSE} other_coordinator", "ok")),
    "signals:give_seat": post_only(only(f"{COMPOSE} other_coordinator", "ok")),
    **{
        f"signals:{name}": post_only(only(COMPOSE, "ok", others="gone") | {"member": "no"}, one("seat"))
        for name in ("renew_seat", "end_seat")
    },
}

# The signal group and its coordinator; whoever sits in no group does not know that a meeting or theme exists.
AGENDA = {
    "agenda:meetings": Row(READS, NOT_HERE),
    "agenda:plan": both(READS),
    "agenda:tasks_paper": Row(READS, NOT_HERE),
    **{
        f"agenda:{name}": Row(IN_GROUP, NOT_HERE, one("meeting"))
        for name in ("meeting", "meeting_paper", "screen", "minutes", "minutes_paper")
    },
    "agenda:change_meeting": both(IN_GROUP, one("meeting")),
    "agenda:close_meeting": both(IN_GROUP, one("meeting")),
    **{f"agenda:{name}": post_only(IN_GROUP, one("meeting")) for name in ("fill_agenda", "put_point", "add_task")},
    "agenda:cancel_meeting": both(IN_GROUP, one("meeting")),
    "agenda:item": Row(IN_GROUP, NOT_HERE, one("point")),
    **{
        f"agenda:{name}": post_only(IN_GROUP, one("point"))
        for name in ("move_item", "remove_item", "finish_item", "answer_proposal")
    },
    "agenda:tick_task": post_only(IN_GROUP, one("task")),
    "agenda:change_task": both(IN_GROUP, one("task")),
    "agenda:drop_task": post_only(IN_GROUP, one("task")),
    "agenda:remove_task": post_only(IN_GROUP, one("task")),
    "agenda:decide": both(IN_GROUP, one("agenda_theme")),
    "agenda:put_theme": post_only(IN_GROUP, one("agenda_theme")),
    "agenda:concerned": both(IN_GROUP, one("agenda_theme")),
    "agenda:remove_concerned": post_only(IN_GROUP, one("concerned")),
    "agenda:undo_decision": post_only(IN_GROUP, one("decision")),
    "agenda:keep_answer": both(IN_GROUP, one("decision")),
    "agenda:houses": Row(PUBLIC, NOT_HERE | {"nobody": "method"}),
    **{
        f"agenda:{name}": Row(PUBLIC, NOT_HERE | {"nobody": "method"}, {"slug": lambda scene: scene.house.slug})
        for name in ("house", "poster", "feed")
    },
}

# Who writes the programme of the house, and who says what the city aims at.
WRITES = only("coordinator manager member", "ok", others="gone")
AIMS = only("steering administrator", "open")
PROGRAMME = {
    "programme:programmes": both(
        only("other_coordinator steering administrator", "open")
        | dict.fromkeys("coordinator manager member".split(), "ok")
    ),
    "programme:programme": Row(WRITES, NOT_HERE, one("programme")),
    "programme:change": both(WRITES, one("programme")),
    "programme:publish": post_only(WRITES, one("programme")),
    "programme:add_action": both(WRITES, one("programme")),
    **{f"programme:{name}": post_only(WRITES, one("programme_action")) for name in ("move_action", "remove_action")},
    "programme:change_action": both(WRITES, one("programme_action")),
    "programme:aims": both(AIMS),
    "programme:end_aim": post_only(AIMS, one("aim")),
    "programme:houses": Row(PUBLIC, NOT_HERE | {"nobody": "method"}),
    **{
        f"programme:{name}": Row(PUBLIC, NOT_HERE | {"nobody": "method"}, {"slug": lambda scene: scene.house.slug})
        for name in ("house", "paper")
    },
}
