"""No address that opens something reaches a log: not that of the program, not that of the web server in front."""

import re

from django.urls import reverse

from tests.architecture.plan import ROOT
from tests.fuzz.addresses import every_name
from wijkhuis.base.logs import hide

SECRET = "abcDEF_123-4567890abcdefgh"
KEYS = {"token", "key"}
PLACES = {"uidb36": "1", "said": "klopt-nog", "approach_pk": 1}
# Their key is the name of a way of working, which everybody may read.
NO_SECRET = {"approaches:method", "approaches:method_paper", "approaches:change_method", "approaches:drop_method"}


def addresses_with_a_key():
    for name, places in every_name():
        if KEYS & set(places) and name not in NO_SECRET:
            yield reverse(name, kwargs={place: SECRET if place in KEYS else PLACES[place] for place in places})


def test_every_address_with_a_key_is_hidden_in_our_own_log():
    addresses = list(addresses_with_a_key())

    assert len(addresses) > 12
    assert [address for address in addresses if SECRET in hide(f"Not Found: {address}")] == []


def test_the_example_for_the_web_server_logs_no_address_with_a_key():
    page = (ROOT / "docs/how-to/install.md").read_text()
    [left_out] = re.findall(r"map \$uri \$to_log { ~(\S+) 0;", page)
    sentence = page[page.index("**Addresses with a key") :].partition("**\n")[0]

    logged = [address for address in addresses_with_a_key() if not re.match(left_out, address)]
    unnamed = [one for one in re.search(r"\((.*)\)", left_out)[1].split("|") if f"`/{one}/...`" not in sentence]

    assert (logged, unnamed) == ([], [])
