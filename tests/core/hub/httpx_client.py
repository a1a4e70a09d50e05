#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A client of the hub as others write it. Prints what it is told, line by line, as it comes.

httpx_client.py follow URL    all events of a run
httpx_client.py resume URL    the same, with a cut behind the first one
httpx_client.py refuse URL    what is wrong with a wish that is none
"""

import sys

import httpx

WISH = {"preferences": {"learning_goal": "学习 SQL"}}


def say(line):
    print(line, flush=True)


def events(client, url, last=None):
    """Each event's id and JSON, as soon as it is there."""
    fields = {"Accept": "text/event-stream"}
    if last is not None:
        fields["Last-Event-ID"] = last
    with client.stream("POST", url, json=WISH, headers=fields) as answer:
        answer.raise_for_status()
        name = None
        for line in answer.iter_lines():
            line = line.rstrip("\n")
            if line.startswith("id: "):
                name = line[4:]
            elif line.startswith("data: "):
                yield name, line[6:]


def follow(client, url):
    for _, event in events(client, url):
        say(event)


def resume(client, url):
    stream = events(client, url)
    last, event = next(stream)
    stream.close()
    say(event)
    say("cut")
    for _, event in events(client, url, last):
        say(event)


def refuse(client, url):
    answer = client.post(url, json={"preferences": {}})
    say(f"{answer.status_code} {'/'.join(answer.json()['detail'][0]['loc'])}")


with httpx.Client(timeout=30, trust_env=False) as hub:
    {"follow": follow, "resume": resume, "refuse": refuse}[sys.argv[1]](hub, sys.argv[2])
