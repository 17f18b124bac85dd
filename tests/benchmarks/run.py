#!/usr/bin/env python3
"""Runs vanthu beside Typst (PDF) and Carbone (DOCX) on the same documents and holds the figures against the limits.

usage: run.py [--peers DIR] [--vanthu PROGRAM] [--work DIR] [--steps STEP,...] [--only NAME,...]

DIR is the folder of the peers' harness (run.py, contenders.json, setup.sh). A folder that cannot be written to, or in
which setup.sh did not run yet, is copied into the work folder and set up there. Exit status 1: a limit is passed.
"""
import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OURS = {"pdf": "vanthu", "docx": "vanthu-docx"}
PEER = {"pdf": "typst", "docx": "carbone"}

# step, what is limited, at most this share of the peer's figure or (MB, ms) this many
LIMITS = {
    "pdf": [
        ("batchd", "warm_ms_cpu", "peer", 1 / 5),
        ("cold", "cpu_s", "peer", 1 / 4),
        ("a1000", "cpu_s", "peer", 1 / 5),
        ("a20000", "cpu_s", "peer", 1 / 6),
        ("a20000", "rss_mb", "absolute", 300),
        ("batch", "rss_mb", "absolute", 60),
        ("batchd", "rss_mb", "absolute", 60),
        ("batchd", "warm_ms_cpu", "aim", 5),
        ("cold", "cpu_s", "aim", 0.030),
        ("cold", "rss_mb", "aim", 40),
    ],
    "docx": [
        ("batchd", "warm_ms_cpu", "peer", 1 / 4),
        ("a20000", "cpu_s", "peer", 1 / 2),
        ("a20000", "rss_mb", "absolute", 100),
    ],
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, default=ROOT.parent / "shared" / "peers" / "gen")
    parser.add_argument("--vanthu", type=Path, default=ROOT / "build" / "release" / "vanthu")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "benchmarks")
    parser.add_argument("--steps", default="cold,batch,batchd,a1000,a20000")
    parser.add_argument("--only", default=",".join([*OURS.values(), *PEER.values()]))
    parser.add_argument("--options", default="", help="added to each vanthu command, e.g. '--jobs 1'")
    options = parser.parse_args()
    options.work = options.work.resolve()
    options.vanthu = options.vanthu.resolve()
    if not options.vanthu.exists():
        parser.error(f"{options.vanthu} is missing: build it (./dev build) or name another with --vanthu")
    return options


def peers_ready(peers, work):
    """The folder of the harness with packages and data in it."""
    if not (peers / "run.py").exists():
        sys.exit(f"no peers in {peers}: name their folder with --peers")
    if not (peers / "node_modules").exists():
        copy = work / "peers" / "peers"
        if not copy.exists():
            shutil.copytree(peers.parent, copy)
            shutil.copytree(peers.parent.parent / "seed", copy.parent / "seed")
            subprocess.run(["chmod", "-R", "u+w", str(copy.parent)], check=True)
        peers = copy / peers.name
    if not (peers / "out" / "data" / "decision.json").exists():
        subprocess.run(["sh", "setup.sh"], cwd=peers, check=True, stdout=sys.stderr)
    return peers


def write_contenders(peers, file):
    """The harness's own list; vanthu's input is made from the neutral JSON in the harness's uncounted step."""
    contenders = json.loads((peers / "contenders.json").read_text(encoding="utf-8"))
    for contender in contenders:
        if contender["name"] in OURS.values():
            contender["prep"] = shlex.join([sys.executable, str(HERE / "to_vanthu.py")]) + " {in} {out}"
            contender["prep_ext"] = "json"
    file.write_text(json.dumps(contenders), encoding="utf-8")


def environment(vanthu, extra):
    commands = {}
    for kind in ("pdf", "docx"):
        generate = f"{shlex.quote(str(vanthu))} generate {{in}} -o {{out}} --format {kind} {extra}"
        commands[f"VANTHU_{kind.upper()}_ONE"] = generate
        commands[f"VANTHU_{kind.upper()}_BATCH"] = generate + " --stats"
    return {**os.environ, **commands}


def run_harness(options, peers):
    results = options.work / "results.jsonl"
    results.unlink(missing_ok=True)
    contenders = options.work / "contenders.json"
    write_contenders(peers, contenders)
    arguments = ["--only", options.only, "--steps", options.steps, "--contenders", contenders]
    arguments += ["--out", options.work / "documents", "--results", results]
    command = [sys.executable, peers / "run.py", *arguments]
    subprocess.run(command, cwd=peers, env=environment(options.vanthu, options.options), check=True)
    lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    return {(line["name"], line.get("step")): line for line in lines}


def limit_row(results, kind, step, figure, sort, limit):
    """(text, holds) of one limit; an aim that is missed and a figure that is missing count as held."""
    ours = results.get((OURS[kind], step), {}).get(figure)
    peer = results.get((PEER[kind], step), {}).get(figure)
    row = f"{kind:5} {step:7} {figure:12} ours {number(ours)}  {PEER[kind]:8} {number(peer)}"
    if ours is None or (sort == "peer" and peer is None):
        return row + "  not measured", True
    holds = ours <= (limit * peer if sort == "peer" else limit)
    share = f"1/{peer / ours:.1f}" if peer and ours else "-"
    wanted = {"peer": f"at most 1/{1 / limit:.0f}", "absolute": f"at most {limit}", "aim": f"aim {limit}"}[sort]
    return f"{row}  {share:>8}  {wanted:14} {'holds' if holds else 'MISSED'}", holds or sort == "aim"


def number(value):
    return "        -" if value is None else f"{value:9.3f}"


def cores_row(results, name, step):
    run = results.get((name, step), {})
    if not run.get("wall_s"):
        return None
    return f"{name} {step}: {run['cpu_s']} s CPU in {run['wall_s']} s, {run['cpu_s'] / run['wall_s']:.2f} cores busy"


def report(results):
    print("\nCPU seconds, ms per document after the first ten, MB of the largest process:")
    rows = [limit_row(results, kind, *limit) for kind in LIMITS for limit in LIMITS[kind]]
    for row, _ in rows:
        print(row)
    for name in OURS.values():
        for step in ("batch", "batchd"):
            row = cores_row(results, name, step)
            if row:
                print(row)
    for (name, step), run in results.items():
        if run.get("err") or run.get("rc"):
            print(f"failed: {name} {step}: exit status {run.get('rc')} {run.get('err', '')}")
    print("load of the machine at the end:", *os.getloadavg())
    return all(holds for _, holds in rows)


def main():
    options = parse_arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    peers = peers_ready(options.peers.resolve(), options.work)
    results = run_harness(options, peers)
    return 0 if report(results) else 1


if __name__ == "__main__":
    sys.exit(main())
