"""What the journal keeps of a question, in words for the person who asked it."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "desk.answer_given": _("gave an answer"),
    "desk.answer_outcome_said": _("wrote down whether the answer helped"),
    "desk.conversation_noted": _("wrote down what was said"),
    "desk.discussed": _("talked about it in a discussion"),
    "desk.facts_changed": _("changed the facts"),
    "desk.follow_up_answered": _("wrote down how it went"),
    "desk.follow_up_asked": _("asked how it went"),
    "desk.follow_up_by_phone": _("saw that our message did not arrive; somebody calls"),
    "desk.gives_back": _("wrote down what you would like to do for others"),
    "desk.handover_accepted": _("said yes to help"),
    "desk.handover_code_renewed": _("got a new code to read it"),
    "desk.handover_code_tried": _("typed a code to read it"),
    "desk.handover_declined": _("could not help with this"),
    "desk.handover_offered": _("asked a partner to help"),
    "desk.handover_overdue": _("got no answer of a partner in time"),
    "desk.handover_read": _("read what was handed over"),
    "desk.handover_reminded": _("reminded a partner"),
    "desk.handover_withdrawn": _("took back what was asked of a partner"),
    "desk.household_joined": _("put it with a household"),
    "desk.household_left": _("took it away from a household"),
    "desk.link_renewed": _("made a new link for you"),
    "desk.link_sent": _("sent you the link"),
    "desk.news_told": _("told you the news"),
    "desk.next_step_planned": _("planned the next step"),
    "desk.partner_noted": _("wrote something down, at a partner"),
    "desk.person_shown": _("showed everything that is kept of you"),
    "desk.put_on_discussion": _("put it on a discussion"),
    "desk.question_answered": _("said that it is answered"),
    "desk.question_asked_online": _("asked it on the web"),
    "desk.question_closed": _("closed it"),
    "desk.question_forgotten": _("forgot it"),
    "desk.question_given_back": _("gave it back to the house"),
    "desk.question_listed": _("saw it in a list"),
    "desk.question_looked_at": _("looked at it"),
    "desk.question_opened_with_reason": _("looked at it, and said why"),
    "desk.question_passed_on": _("passed it on to a colleague"),
    "desk.question_reopened": _("opened it again"),
    "desk.question_taken_down": _("wrote it down"),
    "desk.question_taken_up": _("took it up"),
    "desk.step_agreed": _("agreed a step"),
    "desk.step_finished": _("finished a step"),
    "desk.step_removed": _("took a step away"),
    "desk.taken_off_discussion": _("took it off a discussion"),
    "desk.talked_about_giving_back": _("talked about what you would like to do for others"),
    "desk.words_added": _("added words"),
    "signals.listener_stopped": _("no longer tells you what comes of it"),
    "approaches.asked_to_join": _("asked whether you join"),
    "approaches.news_told": _("told you the news"),
}


def deed_words(action: str) -> str:
    """What somebody did, in words; the word of the journal where there are none."""
    return str(DEEDS.get(action, action))
