"""Everything that changes something at the desk: one verb, one function, one transaction."""

from wijkhuis.loop.desk.actions.at_the_desk import ask_once, keep_talk
from wijkhuis.loop.desk.actions.close import forget_question, withdraw_question
from wijkhuis.loop.desk.actions.discussion import (
    agree_step,
    close_discussion,
    finish_step,
    keep_what_was_agreed,
    plan_discussion,
    put_on_discussion,
    take_off_discussion,
)
from wijkhuis.loop.desk.actions.follow_up import (
    answer_follow_up,
    ask_how_it_went,
    end_without_word,
    give_back,
    mark_answered,
    reopen,
)
from wijkhuis.loop.desk.actions.handover import (
    Offer,
    accept_handover,
    decline_handover,
    enter_with_code,
    find_by_link,
    house_of_old_link,
    offer_question,
    remind_partner,
    renew_code,
    return_overdue,
    withdraw_handover,
)
from wijkhuis.loop.desk.actions.hold import (
    end_role_and_pass_on,
    look_at,
    look_at_each,
    open_with_reason,
    pass_to_colleague,
    plan_next_step,
    take_question,
)
from wijkhuis.loop.desk.actions.household import join_household, leave_household, start_household
from wijkhuis.loop.desk.actions.keeping import forget_what_was_kept_long_enough, show_everything
from wijkhuis.loop.desk.actions.partner import partner_answers, partner_gives_back, partner_notes, partner_plans
from wijkhuis.loop.desk.actions.take_down import Wish, ask_online, take_down_question
from wijkhuis.loop.desk.actions.talk import add_words, give_answer, note_conversation, say_outcome

__all__ = [
    "Offer",
    "Wish",
    "accept_handover",
    "add_words",
    "agree_step",
    "answer_follow_up",
    "ask_how_it_went",
    "ask_once",
    "ask_online",
    "close_discussion",
    "decline_handover",
    "end_role_and_pass_on",
    "end_without_word",
    "enter_with_code",
    "find_by_link",
    "finish_step",
    "forget_question",
    "forget_what_was_kept_long_enough",
    "give_answer",
    "give_back",
    "house_of_old_link",
    "join_household",
    "keep_talk",
    "keep_what_was_agreed",
    "leave_household",
    "look_at",
    "look_at_each",
    "mark_answered",
    "note_conversation",
    "offer_question",
    "open_with_reason",
    "partner_answers",
    "partner_gives_back",
    "partner_notes",
    "partner_plans",
    "pass_to_colleague",
    "plan_discussion",
    "plan_next_step",
    "put_on_discussion",
    "remind_partner",
    "renew_code",
    "reopen",
    "return_overdue",
    "say_outcome",
    "show_everything",
    "start_household",
    "take_down_question",
    "take_off_discussion",
    "take_question",
    "withdraw_handover",
    "withdraw_question",
]
