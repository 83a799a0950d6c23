"""The matrix itself: per address who may do what. Read it as policy.

ok = may, and may see and change; open = sees a page on which nobody is named; blank = sees a page, changes nothing;
no = 403; gone = it does not exist for them (404); door = asked to sign in; method = this is not done here.
"""

from tests.authorisation.approaches import APPROACH
from tests.authorisation.group import AGENDA, PROGRAMME, SIGNALS, THEMES
from tests.authorisation.table import (
    DESK,
    HOUSE_OF_QUESTION,
    LIST,
    MANAGE,
    NOT_HERE,
    PUBLIC,
    RECORD_GET,
    RECORD_POST,
    STAFF,
    TEAM_HERE,
    Row,
    both,
    everybody,
    one,
    only,
    post_only,
    question,
    record,
)
from wijkhuis.house.directory.queries.key_people import key_of

FRONT = {
    "desk:desk": both(only(DESK, "open")),
    "desk:ladder": Row(everybody("blank") | {"nobody": "door"}, only(DESK, "open")),
    "desk:my_questions": both(only(DESK, "open") | {"holder": "ok"}),
    "desk:house_questions": both(only(LIST, "open") | dict.fromkeys(HOUSE_OF_QUESTION.split(), "ok")),
    "desk:limit": post_only(only(DESK, "open")),
    "desk:find": Row(
        only(DESK, "open"),
        only(DESK, "open") | dict.fromkeys(HOUSE_OF_QUESTION.split(), "ok"),
        data=lambda scene: {"q": "Kanariepiet"},
    ),
    "desk:street": both(only(DESK, "open") | {"holder": "ok"}),
    "desk:day_sheet": both(only(DESK, "open") | dict.fromkeys(HOUSE_OF_QUESTION.split(), "ok")),
    "desk:empty_slip": both(only(DESK, "open")),
    "desk:saved": record(post=RECORD_GET),
    "desk:slip": record(post=RECORD_GET),
}

RECORD = {
    **{
        f"desk:{name}": record(post=RECORD_GET)
        for name in (
            "question answer answered facts follow_up forget gives_back hand_over new_link note pass_on plan withdraw "
            "outcome"
        ).split()
    },
    "desk:outcome": record(post=RECORD_GET, answer_pk=lambda scene: scene.answer.pk),
    **{f"desk:{name}": record(post=NOT_HERE) for name in ("looked", "rung")},
    **{
        f"desk:{name}": post_only(RECORD_GET, {"pk": question})
        for name in "reopen told talked end_again send_link".split()
    },
    # Any host may take a question up; without the mark they saw nothing happens.
    "desk:take": post_only(only(HOUSE_OF_QUESTION, "open", others="gone"), {"pk": question}),
    "desk:offered": Row(everybody("open") | {"nobody": "door"}, NOT_HERE),
    "desk:handover": both(only(HOUSE_OF_QUESTION, "ok", others="gone"), one("handover")),
    "desk:take_back": post_only(RECORD_POST, one("handover")),
    "desk:new_code": post_only(RECORD_POST, one("handover")),
}

# A household is there for those whose work it is only; a discussion for everybody at the desk of the house.
TOGETHER = {
    "desk:to_household": record(post=RECORD_GET),
    "desk:leave_household": post_only(RECORD_GET, {"pk": question}),
    "desk:household": both(only("holder coordinator", "ok", others="gone"), one("household")),
    "desk:keep_promise": post_only(only("holder coordinator", "ok", others="gone"), one("promise")),
    "desk:to_discussion": record(post=RECORD_GET),
    "desk:discussions": both(only(LIST, "open")),
    "desk:discussion": both(only(HOUSE_OF_QUESTION, "ok", others="gone"), one("discussion")),
    "desk:agenda": Row(only(HOUSE_OF_QUESTION, "ok", others="gone"), NOT_HERE, one("discussion")),
    "desk:change_discussion": both(only(HOUSE_OF_QUESTION, "ok", others="gone"), one("discussion")),
    "desk:cancel_discussion": post_only(only(HOUSE_OF_QUESTION, "ok", others="gone"), one("discussion")),
    "desk:reopen_discussion": post_only(only(HOUSE_OF_QUESTION, "ok", others="gone"), one("discussion")),
    "desk:step": post_only(RECORD_POST, one("step")),
}

ONLY_MANAGE = only(MANAGE, "open") | {"administrator": "open"}
ONLY_MANAGE_HERE = ONLY_MANAGE | {"other_coordinator": "gone"}
ONLY_ADMINISTRATOR = only("administrator", "open")
ONLY_COORDINATOR = only("coordinator other_coordinator", "open")
OFFICE = {
    **{f"office:{name}": both(ONLY_MANAGE) for name in "office team settings hours".split()},
    "office:closed_day": post_only(ONLY_MANAGE),
    "office:choose": post_only(everybody("gone") | {"nobody": "door"}),
    "office:end_role": Row(ONLY_MANAGE_HERE, ONLY_MANAGE_HERE, one("role")),
    "office:close_account": Row(ONLY_MANAGE_HERE, ONLY_MANAGE_HERE, {"pk": lambda scene: scene.people["host"].pk}),
    "office:households": Row(ONLY_COORDINATOR | {"coordinator": "ok"}, ONLY_COORDINATOR | {"coordinator": "ok"}),
    "office:change_coordinator": post_only(ONLY_COORDINATOR | {"other_coordinator": "gone"}, one("household")),
    "office:revive_address": post_only(only("coordinator manager", "open", others="gone"), one("dead_address")),
    "office:looks": both(only("manager", "open")),
    "office:person": Row(
        ONLY_COORDINATOR, ONLY_COORDINATOR | {"coordinator": "ok"}, data=lambda scene: {"phone": "0612340987"}
    ),
    "office:everything": post_only(ONLY_COORDINATOR),
    "office:forget": post_only(ONLY_COORDINATOR),
    **{f"office:{name}": both(ONLY_ADMINISTRATOR) for name in "city new_district new_neighbourhood new_house".split()},
    "office:house": both(ONLY_ADMINISTRATOR, one("house")),
    "office:district": both(ONLY_ADMINISTRATOR, {"pk": lambda scene: scene.neighbourhood.district_id}),
    "office:neighbourhood": both(ONLY_ADMINISTRATOR, one("neighbourhood")),
    "office:end_city_role": both(ONLY_ADMINISTRATOR, {"pk": lambda scene: scene.city_role.pk}),
    "steering:city": both(only("steering administrator", "open")),
}

STAFF_OR_OWNER = f"{STAFF} owner administrator"
KEEP_MAP = only(STAFF_OR_OWNER, "ok")
TEAM = only(STAFF, "ok")
NO_FACES = dict.fromkeys("steering administrator member former_member".split(), "no")
CHANGE_FACE = only("coordinator manager", "ok", others="gone") | dict.fromkeys(
    "holder host volunteer professional owner".split(), "no"
)
# What they may not see of lists and sources is not there.
OPEN_MAP = only(f"{MANAGE} administrator", "open")
MANAGE_MAP = only(f"{MANAGE} administrator", "open", others="gone")
MAP = {
    "directory:entries": Row(PUBLIC, PUBLIC, data=lambda scene: {"q": "eten"}),
    "directory:entry": Row(PUBLIC, everybody("method"), one("entry")),
    "directory:calendar": Row(PUBLIC, everybody("method"), one("entry")),
    "directory:house_calendar": Row(PUBLIC, everybody("method"), {"slug": lambda scene: scene.house.slug}),
    "directory:points": Row(PUBLIC, everybody("method")),
    "directory:look_again": post_only(KEEP_MAP, one("entry")),
    "directory:set_point": both(KEEP_MAP, one("entry")),
    "directory:take_neighbourhood": post_only(KEEP_MAP, one("entry")),
    "directory:add": both(KEEP_MAP),
    "directory:change": both(KEEP_MAP, one("entry")),
    "directory:show": post_only(only(f"{MANAGE} administrator", "ok"), one("entry")),
    "sources:take_in": both(OPEN_MAP),
    "sources:reading": Row(MANAGE_MAP, NOT_HERE, one("reading")),
    "sources:match": both(MANAGE_MAP, one("reading")),
    "sources:stop": post_only(MANAGE_MAP, one("reading")),
    **{f"sources:{name}": Row(OPEN_MAP, NOT_HERE) for name in ("sources", "pairs")},
    "sources:new": both(OPEN_MAP),
    "sources:source": Row(MANAGE_MAP, NOT_HERE, one("source")),
    "sources:change": both(MANAGE_MAP, one("source")),
    "sources:read_now": post_only(MANAGE_MAP, one("source")),
    **{f"sources:{name}": post_only(MANAGE_MAP, one("told")) for name in ("decide", "retire")},
    "sources:look": post_only(OPEN_MAP),
    "sources:pair": Row(MANAGE_MAP, NOT_HERE, one("pair")),
    **{f"sources:{name}": post_only(MANAGE_MAP, one("pair")) for name in ("merge", "apart")},
    "sources:undo": post_only(MANAGE_MAP, one("merge")),
    # Without what was found, what to undo or who to ask, the answer is a sentence; never a change by somebody else.
    **{f"directory:{name}": post_only(KEEP_MAP, one("entry")) for name in "verify ask undo".split()},
    "directory:keeper": both(KEEP_MAP, one("entry")),
    "directory:freshness": Row(KEEP_MAP, NOT_HERE),
    "directory:finish": post_only(only(STAFF_OR_OWNER, "ok", others="gone"), one("check")),
    "directory:house_notes": Row(only(f"{STAFF} owner", "ok"), NOT_HERE),
    "directory:take_up": post_only(only(f"{STAFF} owner", "ok"), one("entry")),
    "directory:let_go": post_only(only(f"{TEAM_HERE} owner", "ok", others="gone"), one("house_note")),
    "directory:key_people": Row(TEAM, NOT_HERE),
    "directory:add_key_person": both(TEAM),
    "directory:change_key_person": both(only(TEAM_HERE, "ok", others="gone"), one("key_person")),
    "directory:remove_key_person": post_only(only(TEAM_HERE, "ok", others="gone"), one("key_person")),
    "directory:key_person_again": post_only(only(TEAM_HERE, "ok", others="gone"), one("key_person")),
    "directory:key_person_slip": Row(only(TEAM_HERE, "ok", others="gone"), NOT_HERE, one("key_person")),
    # Whoever has the link on the slip is that key person, signed in or not.
    "directory:asked": both(everybody("ok"), {"token": lambda scene: key_of(scene.key_person)}),
    "partners:faces": Row(only(f"{STAFF} owner", "ok"), NOT_HERE),
    "partners:face": Row(only(f"{TEAM_HERE} owner", "ok", others="gone") | NO_FACES, NOT_HERE, one("professional")),
    "partners:add": both(only(MANAGE, "ok")),
    "partners:change": both(CHANGE_FACE, one("professional")),
    "partners:week": both(CHANGE_FACE | NO_FACES, one("professional")),
    # Whoever is at the desk sees who is here, and says so with one tap.
    "partners:here": post_only(only(TEAM_HERE, "ok", others="gone") | {"owner": "no"}, one("professional")),
    "partners:retire": both(CHANGE_FACE, one("professional")),
    "partners:again": post_only(only("coordinator manager", "ok", others="gone"), one("leaver")),
    "partners:account": both(CHANGE_FACE, one("professional")),
    "partners:take_account": both(CHANGE_FACE, one("professional")),
    "partners:partners": Row(only(f"{STAFF} owner", "ok"), NOT_HERE),
    "partners:start": both(only(MANAGE, "ok")),
    "partners:partnership": both(CHANGE_FACE, one("partnership")),
    "partners:end": both(CHANGE_FACE, one("partnership")),
}

# Volunteers see their own assignment, supervisors all of the house; calls go round the neighbourhood.
FIELD = only(f"{STAFF} owner", "ok")
SUPERVISE = "holder host coordinator professional manager"
SUPERVISED = only(SUPERVISE, "ok", others="gone") | {"volunteer": "no"}
ASSIGNED = only(f"{SUPERVISE} volunteer", "ok", others="gone")
CALLED = only(TEAM_HERE, "ok", others="gone")
FIELDWORK = {
    "fieldwork:today": Row(FIELD, NOT_HERE),
    "fieldwork:ask": both(TEAM),
    "fieldwork:call": Row(CALLED, NOT_HERE, one("call")),
    "fieldwork:tip": post_only(CALLED, one("call")),
    # Joost asked it, Carla and Bas lead the house.
    "fieldwork:close_call": post_only(CALLED | dict.fromkeys("host volunteer professional".split(), "no"), one("call")),
    "fieldwork:remove_tip": post_only(CALLED | dict.fromkeys("volunteer professional".split(), "no"), one("tip")),
    "fieldwork:tip_to_entry": both(CALLED, one("tip")),
    "fieldwork:tip_to_key_person": both(CALLED, one("tip")),
    "fieldwork:new_assignment": both(only(f"{LIST} professional manager", "ok")),
    "fieldwork:assignment": Row(ASSIGNED, NOT_HERE, one("assignment")),
    "fieldwork:assignment_paper": Row(ASSIGNED, NOT_HERE, one("assignment")),
    "fieldwork:finding": post_only(ASSIGNED, one("finding"), lambda scene: {"outcome": "right"}),
    "fieldwork:class_learnt": Row(only(f"{LIST} professional manager", "ok"), NOT_HERE),
    "fieldwork:learnt": Row(ASSIGNED, SUPERVISED, one("assignment")),
    "fieldwork:learnt_paper": Row(ASSIGNED, NOT_HERE, one("assignment")),
    "fieldwork:review": Row(SUPERVISED, NOT_HERE, one("assignment")),
    "fieldwork:hand_over": both(SUPERVISED, one("assignment")),
    "fieldwork:stop_assignment": post_only(SUPERVISED, one("assignment")),
    "fieldwork:accept_all": post_only(SUPERVISED, one("assignment")),
    "fieldwork:accept": post_only(SUPERVISED, one("finding"), lambda scene: {"became": "verified"}),
    "fieldwork:take_back": post_only(SUPERVISED, one("finding")),
    "fieldwork:finding_to_entry": both(SUPERVISED, one("finding")),
}

# Everybody reads what is for everyone; who leads a house keeps the archive. What they may not keep is not there.
LEAF = {**one("document"), "number": lambda scene: 1}
LIBRARY = {
    "library:archive": both(PUBLIC),
    "library:document": Row(PUBLIC, everybody("method"), one("document")),
    "library:page": both(PUBLIC, LEAF),
    # The document of the scene is a letter without pictures.
    "library:picture": Row(everybody("gone"), everybody("method"), LEAF),
    "library:large_picture": Row(everybody("gone"), everybody("method"), LEAF),
    "library:file": Row(PUBLIC, everybody("method"), one("document")),
    "library:keep": Row(OPEN_MAP, NOT_HERE),
    "library:add": both(OPEN_MAP),
    "library:change": both(MANAGE_MAP, one("document")),
    "library:show": post_only(MANAGE_MAP, one("document")),
    "library:read_again": post_only(MANAGE_MAP, one("document")),
    "library:remove": both(MANAGE_MAP, one("document")),
    "library:put_back": post_only(MANAGE_MAP, one("removed_document")),
    "library:stop_reading": post_only(OPEN_MAP),
}

# Who has the link of a question is its resident, signed in or not.
BY_LINK = {"token": lambda scene: scene.token}
BY_SLUG = {"slug": lambda scene: scene.house.slug}
OWN = everybody("ok")
RESIDENT = {
    **{
        f"desk:{name}": both(OWN, BY_LINK)
        for name in (
            "mine mine_saved mine_slip mine_follow_up mine_words mine_gives_back mine_again mine_withdraw mine_delete"
        ).split()
    },
    # Whoever has the link of a pair writes what it heard, signed in or not, until the round closes.
    "signals:pair": both(PUBLIC, {"token": lambda scene: scene.pair_key}),
    "signals:stop_listening": Row(everybody("method"), OWN, BY_LINK),
    "desk:mine_code": both(PUBLIC),
    "desk:mine_deleted": both(PUBLIC, BY_SLUG),
    "desk:partner": both(PUBLIC, {"token": lambda scene: scene.handover_link}),
    # Who has the link of a message keeps that entry right, signed in or not.
    "directory:check": both(OWN, {"token": lambda scene: scene.check_token}),
    "directory:check_said": Row(
        OWN, everybody("method"), {"token": lambda scene: scene.check_token, "said": lambda scene: "klopt-nog"}
    ),
    **{f"home:{name}": both(PUBLIC) for name in "front accessibility privacy health robots".split()},
    **{f"home:{name}": both(PUBLIC, BY_SLUG) for name in "house search ask kiosk".split()},
    **{f"home:kiosk_{name}": both(PUBLIC, BY_SLUG) for name in "stop ask search faces code".split()},
    "home:start": Row(everybody("open") | {"nobody": "door"}, NOT_HERE),
    "home:help": both(PUBLIC),
    "home:manual_picture": both(PUBLIC, {"name": lambda scene: "vraag.png"}),
    "ui:catalogue": both(everybody("gone")),
    "ui:catalogue_page": both(everybody("gone"), {"page": lambda scene: "kiosk"}),
    "messages:notify_report": Row(everybody("method"), everybody("no")),
}

# The map for other systems: what everybody may see, for everybody.
API = {
    **{f"api:{name}": both(PUBLIC) for name in "services organizations places taxonomies terms".split()},
    **{f"api:{name}": Row(PUBLIC, everybody("method")) for name in "root profile openapi".split()},
    "api:service": Row(PUBLIC, everybody("method"), {"uid": lambda scene: scene.entry.uid}),
    **{
        f"api:{name}": Row(everybody("gone"), everybody("method"), {"uid": lambda scene: scene.entry.uid})
        for name in "organization place taxonomy term".split()
    },
    "sources:csv": Row(PUBLIC, everybody("method")),
    "sources:excel": Row(PUBLIC, everybody("method")),
    "home:sitemap": both(PUBLIC),
    "api:nothing_here": both(everybody("gone"), {"rest": lambda scene: "nergens"}),
}

ROWS = (
    AGENDA
    | PROGRAMME
    | APPROACH
    | API
    | FRONT
    | RECORD
    | TOGETHER
    | OFFICE
    | MAP
    | FIELDWORK
    | LIBRARY
    | SIGNALS
    | THEMES
    | RESIDENT
)
