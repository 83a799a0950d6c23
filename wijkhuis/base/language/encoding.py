"""One helper that encodes texts: `python -m wijkhuis.base.language.encoding`, a JSON list of texts a line.

Answers each line with the numbers themselves (32 bits), and ends when nobody asks any more, however they ended.
"""

import json
import signal
import sys

from wijkhuis.base.language.meaning import encode


def main() -> None:
    """Answer until the questions end."""
    # Somebody who interrupts the work interrupts who asks; that ends the questions.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = sys.stdout.buffer
    for line in sys.stdin.buffer:
        answers.write(encode(json.loads(line)).tobytes())
        answers.flush()


if __name__ == "__main__":
    main()
