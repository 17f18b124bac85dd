"""A running `vanthu serve` with a store of its own, and plain sockets to it."""
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import tempfile

VANTHU = sys.argv[1]


def figure(text):
    """What was measured, among the results."""
    print("  " + text, file=sys.stderr)


class Service:
    def __init__(self, vanthu, store=None, *options):
        self.folder = tempfile.TemporaryDirectory(prefix="vanthu-server-")
        store = store or self.folder.name + "/store"
        self.process = subprocess.Popen([vanthu, "serve", "--store", store, "--listen", "127.0.0.1:0", *options],
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)\s*$", self.process.stdout.readline()).group(1))
        self.host = b"Host: 127.0.0.1:%d\r\n" % self.port
        self.head = self.host + b"X-Vanthu: 1\r\n"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.exit_code = self.process.wait(30)
        self.process.stdout.close()
        self.folder.cleanup()

    def is_alive(self):
        return self.process.poll() is None

    def kilobytes(self, name):
        """VmRSS: memory now; VmHWM: the most there was."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(name + r":\s+(\d+)", status.read()).group(1))

    def connect(self):
        one = socket.create_connection(("127.0.0.1", self.port))
        one.settimeout(10)
        return one

    def status_of(self, request):
        """The status that raw bytes are answered with; None: the connection was closed without one."""
        with self.connect() as one:
            try:
                one.sendall(request)
                answer = one.recv(4096)
            except OSError:
                return None
        return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None

    def ask(self, method, path, body=None, headers=()):
        """Status, headers and body; JSON is told apart by its type."""
        one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        one.request(method, "/api/v1" + path, body, {"X-Vanthu": "1", **dict(headers)})
        answer = one.getresponse()
        content = answer.read()
        one.close()
        if "json" in answer.headers.get("Content-Type", ""):
            content = json.loads(content)
        return answer.status, answer.headers, content
