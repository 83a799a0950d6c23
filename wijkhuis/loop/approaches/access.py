"""Who sees which approaches, and who may work on them. What you may not see does not exist."""

from django.db.models import Q, QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.base.figures import AT_LEAST
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.people.access import has_role, house_ids_of
from wijkhuis.house.people.models import Role
from wijkhuis.house.people.rules import DESK_KINDS, STAFF_KINDS
from wijkhuis.loop.approaches.models import Approach, ApproachQuerySet, Draft, HouseMethod, Joiner
from wijkhuis.loop.desk import access as desk
from wijkhuis.loop.desk.models import Question
from wijkhuis.loop.signals.access import group_house_ids, in_group
from wijkhuis.loop.signals.models import Theme

BESIDE = ("theme__house", "owner", "supported_by", "goes_with")
# What makes an approach readable for everybody; `is_public` says the same of one that was read already.
PUBLIC = Q(is_public=True, theme__people_shown__gte=AT_LEAST) & ~Q(theme__standing=Theme.Standing.OPEN)


def public_approaches() -> ApproachQuerySet:
    """What everybody may read: made public, of a theme behind which at least five people stand."""
    return Approach.objects.filter(PUBLIC).select_related(*BESIDE)


@asked_often
def public_approaches_of(*, house_id: int) -> QuerySet[Approach]:
    """Those of one house, in the order in which they were made."""
    return public_approaches().filter(theme__house=house_id).order_by("made_on", "pk")


def visible_approaches(user: User) -> ApproachQuerySet:
    """One's own, those of one's group, and from five people on those of the house one works in."""
    if not user.is_authenticated:
        return Approach.objects.none()
    own = _of_their_own(user) | Q(theme__house_id__in=group_house_ids(user))
    houses = house_ids_of(user, *STAFF_KINDS)
    staff = Q(theme__house_id__in=houses, theme__people_shown__gte=AT_LEAST)
    return Approach.objects.filter(own | staff).select_related(*BESIDE)


def readable_approaches(user: User) -> ApproachQuerySet:
    """What somebody reads as the house does, and what everybody reads."""
    shown = Q(pk__in=visible_approaches(user).values("pk")) | Q(pk__in=public_approaches().values("pk"))
    return Approach.objects.filter(shown).select_related(*BESIDE)


def is_public(approach: Approach) -> bool:
    """Whether everybody may read it; the same as `public_approaches` says of it."""
    theme = approach.theme
    return approach.is_public and theme.people_shown >= AT_LEAST and theme.standing != Theme.Standing.OPEN


def may_read(user: User, approach: Approach) -> bool:
    """Whether somebody may read it; the same as `readable_approaches`, without asking the database."""
    theme = approach.theme
    staff = theme.people_shown >= AT_LEAST and has_role(user, theme.house_id, *STAFF_KINDS)
    return is_public(approach) or staff or may_work_on(user, approach)


def may_make(user: User | None, theme: Theme) -> bool:
    """Whether somebody may begin an approach: who sits in the signal group of the house."""
    return in_group(user, theme.house_id)


def may_work_on(user: User | None, approach: Approach) -> bool:
    """Whether somebody may change it: the group of the house, its owner, and who supports it."""
    if user is None or not user.is_authenticated:
        return False
    return may_see_joiners(user, approach) or in_group(user, approach.theme.house_id)


def may_see_joiners(user: User | None, approach: Approach) -> bool:
    """Whether somebody reads who joins and how to reach them: the owner and who supports, nobody else."""
    if user is None or not user.is_authenticated:
        return False
    house_id = approach.theme.house_id
    supports = user.pk == approach.supported_by_id and has_role(user, house_id, *STAFF_KINDS)
    return supports or (user.pk == approach.owner_id and house_id in _known_in(user))


def visible_joiners(user: User) -> QuerySet[Joiner]:
    """Who joins the approaches one owns or supports, and who was taken off there today."""
    mine = Approach.objects.filter(_of_their_own(user)).values("pk")
    return Joiner.objects.kept().filter(approach__in=mine).select_related("approach__theme")


def may_take_off(user: User | None, joiner: Joiner) -> bool:
    """Whether somebody may take a name off the list: who sees the list, and who works on that question."""
    asked = joiner.question is not None and may_ask_to_join(user, joiner.question)
    return asked or may_see_joiners(user, joiner.approach)


def may_ask_to_join(user: User | None, question: Question) -> bool:
    """Whether somebody may ask the person behind a question: whose work that question is."""
    return desk.may_work_on(user, question) and user is not None and desk.knows_it_whole(user, question)


def _of_their_own(user: User) -> Q:
    """What somebody owns where they still have a role or a seat, and what they support where they still work."""
    owns = Q(owner=user, theme__house_id__in=_known_in(user))
    return owns | Q(supported_by=user, theme__house_id__in=house_ids_of(user, *STAFF_KINDS))


def _known_in(user: User) -> set[int]:
    """The houses where somebody has a role, or a seat in the group."""
    return set(house_ids_of(user)) | group_house_ids(user)


def visible_drafts(user: User) -> QuerySet[Draft]:
    """One's own drafts."""
    return Draft.objects.filter(user=user)


def supporters_of(house: House) -> QuerySet[User]:
    """Who works in a house and can support an approach."""
    roles = Role.objects.filter(house=house, kind__in=STAFF_KINDS, ends_on=None)
    return User.objects.filter(pk__in=roles.values("user_id"), is_active=True).order_by("first_name", "pk")


def may_keep_methods(user: User | None, house: House | int) -> bool:
    """Whether somebody may write how this house does it: everybody who works here, and the signal group."""
    return user is not None and (has_role(user, house, *STAFF_KINDS) or in_group(user, house))


def kept_methods(user: User) -> QuerySet[HouseMethod]:
    """The methods of houses that somebody may change."""
    houses = set(house_ids_of(user, *STAFF_KINDS)) | group_house_ids(user)
    return HouseMethod.objects.filter(house_id__in=houses).select_related("house")


def tells_at_desk(user: User) -> list[int]:
    """The houses where somebody tells people at the desk what became of it."""
    return house_ids_of(user, *DESK_KINDS)
