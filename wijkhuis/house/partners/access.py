"""Who somebody is at a partner, and who sees and keeps the faces."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkhuis.base.accounts.models import User
from wijkhuis.base.asked import asked_often
from wijkhuis.house.neighbourhood.models import House
from wijkhuis.house.partners.models import Partner, Partnership, Professional
from wijkhuis.house.people import access, rules
from wijkhuis.house.people.models import Role

# None: an action by the system or by somebody without an account.
Somebody = User | AnonymousUser | None

LOOKERS = tuple(rules.STAFF_KINDS | {Role.Kind.RESIDENT_OWNER})


def professional_of(user: User) -> Professional | None:
    """The face that belongs to somebody's account; asked of the database once per request."""
    known: Professional | bool | None = getattr(user, "_professional", False)
    if isinstance(known, bool):
        known = _faces_of(user_id=user.pk).first()
        user._professional = known  # type: ignore[attr-defined]
    return known


@asked_often
def _faces_of(*, user_id: int) -> QuerySet[Professional]:
    return Professional.objects.filter(user=user_id, left_on=None).select_related("partner")


def visible_professionals(user: Somebody) -> QuerySet[Professional]:
    """Faces of the partners of the houses where somebody works, and their own."""
    if not isinstance(user, User):
        return Professional.objects.none()
    houses = access.house_ids_of(user, *LOOKERS)
    ties = Partnership.objects.filter(partner=OuterRef("partner"), house_id__in=houses, ended_on=None)
    return Professional.objects.filter(Exists(ties) | Q(user=user), left_on=None).select_related("partner")


def visible_leavers(user: Somebody) -> QuerySet[Professional]:
    """Faces of who left a partner of the houses that somebody manages, the last one first."""
    if not isinstance(user, User):
        return Professional.objects.none()
    houses = access.house_ids_of(user, *rules.MANAGE_KINDS)
    ties = Partnership.objects.filter(partner=OuterRef("partner"), house_id__in=houses, ended_on=None)
    left = Professional.objects.filter(Exists(ties), left_on__isnull=False)
    return left.select_related("partner").order_by("-left_on", "first_name", "pk")


def without_a_face(users: QuerySet[User]) -> QuerySet[User]:
    """Of these accounts those that belong to nobody of a partner yet."""
    faces = Professional.objects.filter(user=OuterRef("pk"), left_on=None)
    return users.filter(~Exists(faces), is_active=True)


def visible_partnerships(user: Somebody) -> QuerySet[Partnership]:
    """The partnerships of the houses where somebody works."""
    houses = access.house_ids_of(user, *LOOKERS) if isinstance(user, User) else []
    return Partnership.objects.filter(house_id__in=houses).select_related("partner", "house")


def may_manage_partners(user: Somebody, house: House) -> bool:
    """Whether somebody may begin and end partnerships of this house and keep its faces."""
    return isinstance(user, User) and access.may_manage_house(user, house)


def houses_that_add(user: Somebody, partner: Partner) -> list[House]:
    """The houses for which somebody may add faces of this partner: those they manage and that work with it."""
    return [house for house in _houses_with(partner.pk) if may_manage_partners(user, house)]


def keeper_of(professional: Professional) -> House | None:
    """The house that keeps a face: that put it there, or when it stopped with the partner, the first that goes on."""
    houses = _houses_with(professional.partner_id)
    return next((house for house in houses if house.pk == professional.kept_by_id), houses[0] if houses else None)


def may_keep_face(user: Somebody, professional: Professional) -> bool:
    """Whether somebody manages the house that keeps this face; other houses work with it and change nothing."""
    keeper = keeper_of(professional)
    return keeper is not None and may_manage_partners(user, keeper)


def may_edit_professional(user: Somebody, professional: Professional) -> bool:
    """Whether this is somebody's own face, or one they keep."""
    return is_own_face(user, professional) or may_keep_face(user, professional)


def may_set_days(user: Somebody, professional: Professional, house: House) -> bool:
    """Whether somebody may say on which days a professional is in this house: themselves, and who manages it."""
    return is_own_face(user, professional) or may_manage_partners(user, house)


def _houses_with(partner_id: int) -> list[House]:
    ties = Partnership.objects.filter(partner=partner_id, ended_on=None).select_related("house").order_by("pk")
    return [tie.house for tie in ties]


def may_say_who_is_here(user: Somebody, professional: Professional, house: House) -> bool:
    """Whether somebody may say that a professional is or is not in the house: themselves, and who works there."""
    works_here = isinstance(user, User) and access.has_role(user, house, *rules.STAFF_KINDS)
    return works_here or is_own_face(user, professional)


def is_own_face(user: Somebody, professional: Professional) -> bool:
    """Whether this face belongs to somebody's own account."""
    return isinstance(user, User) and professional.user_id == user.pk
