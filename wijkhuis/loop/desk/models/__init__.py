"""What the desk keeps."""

from wijkhuis.loop.desk.models.conversation import Answer, Conversation, FollowUp
from wijkhuis.loop.desk.models.discussion import AgreedStep, Discussion, DiscussionItem
from wijkhuis.loop.desk.models.handover import Handover, Shared
from wijkhuis.loop.desk.models.question import Question, QuestionQuerySet, Rung
from wijkhuis.loop.desk.models.ways_in import OldLink, Opening

__all__ = [
    "AgreedStep",
    "Answer",
    "Conversation",
    "Discussion",
    "DiscussionItem",
    "FollowUp",
    "Handover",
    "OldLink",
    "Opening",
    "Question",
    "QuestionQuerySet",
    "Rung",
    "Shared",
]
