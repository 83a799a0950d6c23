"""Everything that changes on the neighbourhood agenda."""

from wijkhuis.loop.agenda.actions.concerned import remove_concerned, write_down_concerned
from wijkhuis.loop.agenda.actions.decisions import decide_theme, keep_answer, undo_decision
from wijkhuis.loop.agenda.actions.items import (
    add_what_waits,
    answer_proposal,
    finish_item,
    move_item,
    put_point,
    put_theme,
    remove_item,
    take_no_back,
)
from wijkhuis.loop.agenda.actions.meetings import (
    cancel_meeting,
    change_meeting,
    close_meeting,
    forget_old_meetings,
    plan_meeting,
)
from wijkhuis.loop.agenda.actions.reminding import remind_of_answers, remind_of_tasks
from wijkhuis.loop.agenda.actions.tasks import agree_task, change_task, drop_task, remove_task, tick_task

__all__ = [
    "add_what_waits",
    "agree_task",
    "answer_proposal",
    "cancel_meeting",
    "change_meeting",
    "change_task",
    "close_meeting",
    "decide_theme",
    "drop_task",
    "finish_item",
    "forget_old_meetings",
    "keep_answer",
    "move_item",
    "plan_meeting",
    "put_point",
    "put_theme",
    "remind_of_answers",
    "remind_of_tasks",
    "remove_concerned",
    "remove_item",
    "remove_task",
    "take_no_back",
    "tick_task",
    "undo_decision",
    "write_down_concerned",
]
