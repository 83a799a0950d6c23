"""A stand-in for NotifyNL: python notify.py PORT FILE API_KEY. It checks the token and answers as the real one does.

What is in the address decides: wrong (400), limit (429), broken (500), slow (takes it in, answers after four seconds).
"""

import contextlib
import json
import sys
import time
import urllib.parse
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt

PORT, FILE, KEY = int(sys.argv[1]), sys.argv[2], sys.argv[3]
ISSUER, SECRET = KEY[-73:-37], KEY[-36:]
TAKEN = []


class Notify(BaseHTTPRequestHandler):
    def do_GET(self):
        if not self.knows_caller():
            return
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        found = [one for one in TAKEN if one["reference"] in query.get("reference", [])]
        self.answer(200, {"notifications": found, "links": {"current": self.path}})

    def do_POST(self):
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.knows_caller():
            return
        kind = self.path.rpartition("/")[2]
        to = data.get("phone_number") or data.get("email_address") or data["personalisation"]["address_line_1"]
        if "wrong" in to or to.endswith("0000"):
            field = {"sms": "phone_number", "email": "email_address", "letter": "address_line_1"}[kind]
            self.refuse(400, "ValidationError", f"{field} is not right")
        elif "limit" in to:
            self.refuse(429, "TooManyRequestsError", "Exceeded send limits (250,000) for today")
        elif "broken" in to:
            self.refuse(500, "Exception", "Internal server error")
        else:
            self.take_in(kind, to, data)

    def take_in(self, kind, to, data):
        one = {"id": str(uuid.uuid4()), "reference": data.get("reference"), "type": kind, **data}
        TAKEN.append(one)
        with open(FILE, "a") as file:
            file.write(json.dumps(one) + "\n")
        if "slow" in to:
            time.sleep(4)
        self.answer(201, {"id": one["id"], "reference": one["reference"], "uri": "", "template": {}, "content": {}})

    def knows_caller(self):
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
        except jwt.InvalidTokenError:
            return self.refuse(403, "AuthError", "Invalid token: signature, api token not found")
        if claims.get("iss") != ISSUER:
            return self.refuse(403, "AuthError", "Invalid token: service not found")
        if abs(time.time() - claims.get("iat", 0)) > 30:
            return self.refuse(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds")
        return True

    def refuse(self, status, error, sentence):
        self.answer(status, {"status_code": status, "errors": [{"error": error, "message": sentence}]})

    def answer(self, status, data):
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        # Who asked may have been killed meanwhile.
        with contextlib.suppress(BrokenPipeError):
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *words):
        pass


ThreadingHTTPServer(("127.0.0.1", PORT), Notify).serve_forever()
