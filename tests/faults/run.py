"""What an archive must survive: run.py kill|inject|full|flip DRIVER SHIM

VANTHU_FAULT_ROUNDS: kills, faults, budgets or flips; 40 where it is not set. VANTHU_FAULT_SEED: of the random moments.
After every blow the store is opened as for work. Then: every document that was acknowledged is there, verify finds
nothing, nothing is left in staging. The last line has the figures.
"""

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KIND, DRIVER, SHIM = sys.argv[1], *(str(Path(word).resolve()) for word in sys.argv[2:4])
ROUNDS = int(os.environ.get("VANTHU_FAULT_ROUNDS", "40"))
SEED = int(os.environ.get("VANTHU_FAULT_SEED", str(random.randrange(10**6))))
CHANCE = random.Random(SEED)
DOCUMENTS_PER_STORE = 400  # then a fresh one, so that verifying stays quick


def fail(what, *details):
    print(f"seed {SEED}: {what}", *details, sep="\n  ")
    sys.exit(1)


def driver(*words, environment=None, **options):
    return subprocess.run([DRIVER, *map(str, words)], capture_output=True, text=True, timeout=120,
                          env={**os.environ, **(environment or {})}, check=False, **options)


def acknowledged(output):
    """Newest version by id; a line cut off by a kill was not heard."""
    heard = {}
    for line in output.split("\n")[:-1]:
        words = line.split()
        if words[:1] == ["ok"]:
            heard[words[1]] = max(heard.get(words[1], 0), int(words[2][1:]))
    return heard


class Store:
    """A store and what was acknowledged of it."""

    def __init__(self, folder):
        self.path = Path(folder) / f"store-{CHANCE.randrange(10**9)}"
        self.known = {}
        if driver("init", self.path).returncode != 0:
            fail("init failed")

    def hear(self, output):
        for name, version in acknowledged(output).items():
            self.known[name] = max(self.known.get(name, 0), version)

    def check(self, after):
        result = driver("verify", self.path)
        if result.returncode != 0:
            fail(f"not sound after {after}", result.stdout[-2000:], result.stderr[-2000:])
        has = {words[1]: int(words[2][1:]) for words in map(str.split, result.stdout.splitlines()) if words[0] == "has"}
        lost = [name for name, version in self.known.items() if has.get(name, 0) < version]
        if lost:
            fail(f"lost after {after}", *lost)
        left = [name for name in os.listdir(self.path / "staging") if name != "locks"]
        if left:
            fail(f"left in staging after {after}", *left)
        return len(has)

    def remove(self):
        shutil.rmtree(self.path)


def kill(folder):
    """Several processes add; all are killed at a random moment, sometimes the one that cleans up behind them too."""
    store, kills, documents, seed = Store(folder), 0, 0, 0
    while kills < ROUNDS:
        processes = []
        for _ in range(CHANCE.choice([1, 2, 3])):
            seed += 1
            processes.append(subprocess.Popen([DRIVER, "add", str(store.path), str(seed), "1000000"],
                                              stdout=subprocess.PIPE, text=True))
        time.sleep(CHANCE.uniform(0.005, 0.12))
        for process in processes:
            process.kill()
            store.hear(process.communicate()[0])
        kills += len(processes)
        if CHANCE.random() < 0.3:
            cleaner = subprocess.Popen([DRIVER, "verify", str(store.path)], stdout=subprocess.DEVNULL)
            time.sleep(CHANCE.uniform(0.001, 0.02))
            cleaner.kill()
            cleaner.wait()
            kills += 1
        if store.check(f"kill {kills}") > DOCUMENTS_PER_STORE:
            documents += len(store.known)
            store.remove()
            store = Store(folder)
    documents += len(store.known)
    return f"{kills} kills, {documents} documents acknowledged, 0 lost, 0 damaged, 0 left in staging"


CALLS = {
    "write": [errno.ENOSPC, errno.EIO, errno.EINTR, "short"],
    "fsync": [errno.EIO, errno.ENOSPC],
    "rename": [errno.EIO, errno.ENOSPC],
    "open": [errno.EIO, errno.EMFILE, errno.EINTR],
    "close": [errno.EIO, errno.EINTR],
    "mkdir": [errno.ENOSPC, errno.EIO],
    "unlink": [errno.EIO],
    "read": [errno.EIO, errno.EINTR, "short"],
    "ftruncate": [errno.EIO, errno.ENOSPC],
    "mmap": [errno.ENOMEM],
    "malloc": [errno.ENOMEM],
}


class Injector:
    """Runs `add` with faults, one by one or a disk that fills up."""

    def __init__(self, folder):
        self.folder, self.store = folder, Store(folder)
        self.seed = self.faults = self.refused = self.survived = self.signals = self.documents = 0
        self.report = Path(folder) / "injected"

    def add(self, name, **faults):
        """Whether a fault was injected."""
        self.seed += 1
        self.report.unlink(missing_ok=True)
        environment = {"LD_PRELOAD": SHIM, "FAULT_REPORT": str(self.report), **{k: str(v) for k, v in faults.items()}}
        result = driver("add", self.store.path, self.seed, 3, environment=environment)
        self.store.hear(result.stdout)
        if not self.report.exists():
            if result.returncode != 0:
                fail(f"{name}: failed without a fault", result.stdout, result.stderr)
            return False
        self.faults += 1
        self.refused += result.returncode != 0
        self.survived += result.returncode == 0
        self.signals += result.returncode < 0
        if result.returncode == 0 and len(acknowledged(result.stdout)) != 2:
            fail(f"{name}: success, but not all is acknowledged", result.stdout)
        if result.returncode < 0:
            fail(f"{name}: ended by signal {-result.returncode}", result.stdout, result.stderr)
        if self.store.check(name) > DOCUMENTS_PER_STORE:
            self.documents += len(self.store.known)
            self.store.remove()
            self.store = Store(self.folder)
        return True

    def figures(self):
        return (f"{self.faults} faults: {self.refused} refused, {self.survived} survived, {self.signals} ended by a signal; "
                f"{self.documents + len(self.store.known)} documents acknowledged, 0 lost, 0 damaged")


def inject(folder):
    """The n-th call of each kind fails, n = 1 until no call is left; a short run takes some n of all kinds."""
    injector = Injector(folder)
    kinds = [(call, error, on) for call, errors in CALLS.items() for error in errors for on in (False, True)
             if not (on and error in (errno.EINTR, "short"))]
    exhausted, at, step = set(), 1, 1
    while injector.faults < ROUNDS and len(exhausted) < len(kinds):
        for call, error, on in kinds if ROUNDS >= 400 else CHANCE.sample(kinds, len(kinds)):
            if (call, error, on) in exhausted or injector.faults >= ROUNDS:
                continue
            # There are thousands of mallocs and tens of the others.
            number = at * 7 if call == "malloc" else at
            faults = {"FAULT_CALL": call, "FAULT_AT": number, "FAULT_ERROR": error, **({"FAULT_ON": 1} if on else {})}
            if not injector.add(f"{call} {number} {error} {'on' if on else 'once'}", **faults):
                exhausted.add((call, error, on))
        at += step if ROUNDS >= 400 else CHANCE.randrange(1, 12)
    return injector.figures()


def full(folder):
    """The disk takes some bytes more and then none, until there is room again."""
    injector = Injector(folder)
    for _ in range(ROUNDS):
        budget = CHANCE.randrange(0, 250_000)
        injector.add(f"disk full after {budget} bytes", FAULT_BUDGET=budget)
    return injector.figures()


def flip(folder):
    """One byte of a stored file or of a database of a backup changes: verify names the file, all else is served."""
    store = Store(folder)
    if driver("add", store.path, 1, 12).returncode != 0 or driver("backup", store.path, store.path.with_name("copy")).returncode != 0:
        fail("no store to damage")
    copy = store.path.with_name("copy")
    files = sorted(path for path in copy.rglob("*") if path.is_file() and "staging" not in path.parts and path.stat().st_size)
    everything = {line for line in driver("serve", copy).stdout.splitlines()}
    kinds = {}
    for number in range(ROUNDS):
        path = CHANCE.choice(files)
        sound = path.read_bytes()
        place, change = CHANCE.randrange(len(sound)), CHANCE.randrange(1, 256)
        os.chmod(path, 0o644)
        path.write_bytes(sound[:place] + bytes([sound[place] ^ change]) + sound[place + 1:])
        result = driver("check", copy)
        # The program's name of a damaged file, or of the inventory beside a damaged sidecar.
        names = {str(path), str(path).removesuffix(".sha512")}
        if result.returncode == 0 or not any(name in result.stdout for name in names):
            fail(f"not found: byte {place} of {path} by {change:02x}", result.stdout, result.stderr)
        served = set(driver("serve", copy).stdout.splitlines())
        missing = [line for line in everything - served if line.split()[1] not in path.as_posix().replace("%3a", ":")]
        if missing and path.name != "vanthu-store.json":
            fail(f"not served any more though {path} alone is damaged", *missing)
        path.write_bytes(sound)
        kind = "database" if path.suffix == ".sqlite" else "content" if "content" in path.parts else path.name
        kinds[kind] = kinds.get(kind, 0) + 1
    if driver("check", copy).returncode != 0:
        fail("the sound copy is found damaged")
    return f"{ROUNDS} flipped bytes, {ROUNDS} found and named ({', '.join(f'{k}: {n}' for k, n in sorted(kinds.items()))})"


def main():
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="vanthu-faults-") as folder:
        figures = {"kill": kill, "inject": inject, "full": full, "flip": flip}[KIND](folder)
    print(f"{KIND}: {figures}; seed {SEED}, {time.monotonic() - begin:.0f} s")


main()
