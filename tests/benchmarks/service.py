#!/usr/bin/env python3
"""Load on `vanthu serve`: decisions over HTTP, memory while they are made, previews while a scan is recognised.

usage: service.py [VANTHU] [--count 20000] [--clients 4]     (--count 0: only the previews)

Clients and service share the machine's cores. Exit status 1: a limit is passed.
"""
import argparse
import copy
import http.client
import json
import pathlib
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARGUMENTS = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ARGUMENTS.add_argument("vanthu", nargs="?", default=str(ROOT / "build/release/vanthu"))
ARGUMENTS.add_argument("--count", type=int, default=20_000)
ARGUMENTS.add_argument("--clients", type=int, default=4)
OPTIONS = ARGUMENTS.parse_args()
sys.argv = [sys.argv[0], OPTIONS.vanthu]
sys.path.insert(0, str(ROOT / "tests/server"))
from scans import scan_of  # noqa: E402
from service import VANTHU, Service  # noqa: E402: it takes the program from sys.argv

SMALL = json.loads((ROOT / "samples/one-page.json").read_bytes())
LARGE = json.loads((ROOT / "samples/khanh-hoa/decision.json").read_bytes())
PREVIEWS = 400
HEADERS = {"X-Vanthu": "1", "Content-Type": "application/json"}


def part(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


class Judge:
    def __init__(self):
        self.is_passed = True

    def hold(self, what, value, limit, unit, at_least=False):
        fits = value >= limit if at_least else value <= limit
        self.is_passed = self.is_passed and fits
        print(f"{what:55} {value:9.1f} {unit:4} {'at least' if at_least else 'at most '} {limit:7.1f}  {'' if fits else 'PASSED OVER'}",
              flush=True)


def decision(number):
    """No two are alike."""
    document = copy.deepcopy(SMALL)
    document["number"] = str(number)
    document["articles"][0]["paragraphs"].append(f"Số thứ tự {number * 7919 % 100_003}, hồ sơ {number}/2024.")
    return json.dumps(document).encode()


def ask(connection, path, body):
    begin = time.monotonic()
    connection.request("POST", "/api/v1" + path, body, HEADERS)
    answer = connection.getresponse()
    content = answer.read()
    assert answer.status == 200, content[:500]
    return time.monotonic() - begin, content


def generate(service, first, count, make, clients):
    """Seconds of each call, and of all."""
    spent = []

    def work(client):
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        for number in range(first + client, first + count, clients):
            seconds, content = ask(connection, "/documents?format=pdf", make(number))
            assert content.startswith(b"%PDF-")
            spent.append(seconds)
        connection.close()

    threads = [threading.Thread(target=work, args=(client,)) for client in range(clients)]
    begin = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return spent, time.monotonic() - begin


def load(judge):
    with Service(VANTHU) as service:
        memory, spent, seconds = {}, [], 0
        stops = sorted({min(stop, OPTIONS.count) for stop in (1000, 5000, 10_000, 15_000, OPTIONS.count)})
        for before, stop in zip([0, *stops], stops):
            times, lasted = generate(service, before + 1, stop - before, decision, OPTIONS.clients)
            spent += times
            seconds += lasted
            memory[stop] = service.kilobytes("VmRSS") / 1024
        print("resident after " + ", ".join(f"{count}: {size:.1f} MB" for count, size in memory.items()))
        judge.hold(f"{OPTIONS.count} decisions of a page, {OPTIONS.clients} clients", len(spent) / seconds, 100, "/s", at_least=True)
        judge.hold("  p50", part(spent, 0.5) * 1000, 200, "ms")
        judge.hold("  p99", part(spent, 0.99) * 1000, 200, "ms")
        judge.hold("  memory grown from the first thousand on", memory[stops[-1]] - memory[stops[0]], 8, "MB")
        body = json.dumps(LARGE).encode()
        spent, seconds = generate(service, 0, 2000, lambda _: body, OPTIONS.clients)
        judge.hold("2000 decisions of eight pages with a programme", len(spent) / seconds, 100, "/s", at_least=True)
        judge.hold("  p99", part(spent, 0.99) * 1000, 200, "ms")


def preview(service, clients=2):
    """Seconds of each preview, of clerks who pause 30 ms between the letters they type."""
    spent = []
    body = json.dumps(LARGE)

    def clerk():
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
        for _ in range(PREVIEWS // clients):
            spent.append(ask(connection, "/preview", body)[0])
            time.sleep(0.03)

    threads = [threading.Thread(target=clerk) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return spent


def begin_job(service, kind, items):
    body = json.dumps({"kind": kind, "items": items})
    status, _, answer = service.ask("POST", "/jobs", body)
    assert status == 202, answer
    return answer["job"]["id"]


def state(service, job):
    return service.ask("GET", f"/jobs/{job}")[2]["job"]["state"]


def beside_jobs(judge):
    with Service(VANTHU) as service:
        file = service.ask("POST", "/files", scan_of(service, LARGE, 3), {"X-File-Name": "scan.pdf"})[2]["id"]
        data = service.ask("POST", "/files", json.dumps(LARGE), {"X-File-Name": "a.json"})[2]["id"]
        preview(service)
        alone = preview(service)
        print(f"previews alone: p50 {part(alone, 0.5) * 1000:.1f} ms, p99 {part(alone, 0.99) * 1000:.1f} ms")
        for kind, items, count in (("ocr", [{"file": file}] * 4, 1), ("generate", [{"file": data}] * 1000, 8)):
            jobs = [begin_job(service, kind, items) for _ in range(count)]
            while state(service, jobs[-1]) == "waiting":
                time.sleep(0.05)
            time.sleep(1)
            busy = preview(service)
            assert state(service, jobs[-1]) == "running", "the job was over before the previews"
            for job in jobs:
                service.ask("DELETE", f"/jobs/{job}")
            compare(judge, f"a job of kind {kind}", alone, busy)
            time.sleep(3)  # until the sheet in hand is done
        is_over = threading.Event()
        clerks = [threading.Thread(target=upload, args=(service, is_over, mark)) for mark in (b"a", b"b")]
        for clerk in clerks:
            clerk.start()
        busy = preview(service)
        is_over.set()
        for clerk in clerks:
            clerk.join()
        compare(judge, "two clerks uploading 99 MB", alone, busy, 30, 150)


def compare(judge, what, alone, busy, more_p50=10, more_p99=30):
    """In milliseconds."""
    judge.hold(f"previews beside {what}: p50", part(busy, 0.5) * 1000, part(alone, 0.5) * 1000 + more_p50, "ms")
    judge.hold("  p99", part(busy, 0.99) * 1000, part(alone, 0.99) * 1000 + more_p99, "ms")


def upload(service, is_over, mark):
    body = mark * (99 << 20)
    while not is_over.is_set():
        assert service.ask("POST", "/files", body)[0] == 201


def main():
    judge = Judge()
    if OPTIONS.count:
        load(judge)
    beside_jobs(judge)
    return 0 if judge.is_passed else 1


sys.exit(main())
