"""What a channel says when a message did not go out."""

from wijkhuis.base.messages.rules import Verdict


class Trouble(Exception):
    """It did not go out; the text names the kind of error and never a person."""

    def __init__(self, why: str, *, verdict: Verdict = Verdict.LATER) -> None:
        super().__init__(why)
        self.why = why[:200]
        self.verdict = verdict
