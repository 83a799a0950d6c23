"""What de-identification finds in our own published sentences, and what it costs: `./huis benchmark --identity`."""

import time
from pathlib import Path

ROUNDS = 5


def main() -> None:
    """Print the figures as a table."""
    before = memory()
    from wijkhuis.base.language.identity import find_identity

    start = time.perf_counter()
    find_identity("hallo met Fatma")
    first = time.perf_counter() - start
    added = memory() - before
    from wijkhuis.base.language.tests.samples import neutral, samples

    texts = [sample.text for sample in samples()] + neutral()
    start = time.perf_counter()
    for _round in range(ROUNDS):
        for text in texts:
            find_identity(text)
    each = (time.perf_counter() - start) / ROUNDS / len(texts)
    rows = figures() | {
        "ms a question": f"{each * 1000:.2f}",
        "ms the first one": f"{first * 1000:.0f}",
        "MB more memory": f"{added:.0f}",
    }
    print(
        "\n".join(["| de-identification | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows.items())])
    )


def figures() -> dict[str, str]:
    """Recall, questions without a leak and precision; found is what is covered for four fifths of its letters."""
    from wijkhuis.base.language.identity import find_identity
    from wijkhuis.base.language.tests.samples import covered, missed, neutral, samples

    asked = found = free = right = given = 0
    everybody = samples() + missed()
    for sample in everybody:
        spans = find_identity(sample.text)
        hits = [covered(expected, sample.text, spans) >= 0.8 for expected in sample.expected]
        asked, found, free = asked + len(hits), found + sum(hits), free + all(hits)
        given += len(spans)
        right += sum(any(span.meets(expected) for expected in sample.expected) for span in spans)
    touched = sum(len(find_identity(sentence)) for sentence in neutral())
    return {
        "sentences with somebody in them": str(len(everybody)),
        "sentences about nobody": str(len(neutral())),
        "recall": f"{found / asked:.3f}",
        "questions without a leak": f"{free / len(everybody):.3f}",
        "precision": f"{right / (given + touched):.3f}",
    }


def memory() -> float:
    """The memory of this process in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
