"""One way to say no: a rule is broken, and a sentence tells the person what they can do."""


class RuleBroken(Exception):
    """What was asked cannot be done; the text is a sentence that a person may read."""

    def __init__(self, sentence: str, *, status: int = 409) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


class NotYours(RuleBroken):
    """The person may not do this; pages answer with 403."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, status=403)


def demand(allowed: bool, sentence: str, *, error: type[RuleBroken] = RuleBroken) -> None:
    """Go on when something is allowed; otherwise stop with a sentence that helps."""
    if not allowed:
        raise error(str(sentence))
