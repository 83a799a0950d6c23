"""A mail server for tests: python smtp.py PORT FILE. What it takes in is added to the file, a line of JSON each.

The name before the @ decides: gone (550 5.1.1), blocked (550 5.7.1), busy (451), slow (takes it in after four seconds).
"""

import asyncio
import json
import sys

from aiosmtpd.smtp import SMTP

ANSWERS = {
    "gone": "550 5.1.1 No such person here",
    "blocked": "550 5.7.1 We do not like your network",
    "busy": "451 4.3.0 Try again later",
}


class Mailbox:
    def __init__(self, file):
        self.file = file

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = ANSWERS.get(address.partition("@")[0])
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("slow"):
            self.note({"to": [], "began": True})
            await asyncio.sleep(4)
        self.note({"to": envelope.rcpt_tos, "from": envelope.mail_from, "raw": envelope.content.decode("utf-8")})
        return "250 OK"

    def note(self, line):
        with open(self.file, "a") as file:
            file.write(json.dumps(line) + "\n")


async def main(port, file):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Mailbox(file), enable_SMTPUTF8=True), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
