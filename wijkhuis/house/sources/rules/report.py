"""What became of reading a source."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from wijkhuis.house.sources.rules.problems import Problem

MOST_TOLD = 1000


@dataclass
class Report:
    """How many records were added, changed, the same, dropped or left out, and why."""

    added: int = 0
    changed: int = 0
    same: int = 0
    # Records that the source no longer has; they stay on the map until somebody takes them off.
    dropped: int = 0
    # Facts that we corrected ourselves and that the source says otherwise.
    kept_ours: int = 0
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    is_kept: bool = True
    left_out: int = 0

    @property
    def read(self) -> int:
        """How many good records were read so far."""
        return self.added + self.changed + self.same

    def tell_problem(self, problem: Problem, *, is_first: bool) -> None:
        """Count a bad record once, and remember the first thousand problems."""
        self.left_out += is_first
        if len(self.problems) < MOST_TOLD:
            self.problems.append(problem)

    @property
    def summary(self) -> str:
        """One sentence: what was kept and what was not."""
        if not self.is_kept:
            return _("Nothing was kept: mend %(bad)d rows first.") % {"bad": self.left_out}
        sentence = _("%(added)d added, %(changed)d changed, %(same)d stayed the same, %(bad)d rows left out.")
        counts = {"added": self.added, "changed": self.changed, "same": self.same, "bad": self.left_out}
        return sentence % counts
