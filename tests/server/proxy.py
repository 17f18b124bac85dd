"""The way to the service through nginx with TLS, as packaging/examples/nginx.conf has it."""
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import unittest

from service import VANTHU, Service

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "packaging/examples/nginx.conf"
NAME = "van-thu.example"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@unittest.skipUnless(NGINX and shutil.which("openssl"), "no nginx")
class Proxy(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory(prefix="vanthu-proxy-"))
        store = self.folder + "/store"
        subprocess.run([VANTHU, "users", "add", "an", "--role", "admin", "--store", store], check=True,
                       input="mat-khau-dai-1\n", text=True, capture_output=True)
        self.service = self.enterContext(Service(VANTHU, store, "--public-host", NAME))
        self.port = self.free_port()
        self.start_nginx()

    @staticmethod
    def free_port():
        with socket.create_server(("127.0.0.1", 0)) as one:
            return one.getsockname()[1]

    def start_nginx(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={NAME}", "-addext",
                        f"subjectAltName=DNS:{NAME}", "-days", "2", "-keyout", self.folder + "/key.pem", "-out",
                        self.folder + "/certificate.pem"], check=True, capture_output=True)
        # The example's own words, with this test's places.
        block = EXAMPLE.read_text(encoding="utf-8").replace("listen 80", f"listen 127.0.0.1:{self.free_port()}")
        block = block.replace("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl").replace("127.0.0.1:8088", f"127.0.0.1:{self.service.port}")
        block = re.sub(r"(ssl_certificate|ssl_certificate_key) \S*/(\S+);", rf"\1 {self.folder}/\2;", block)
        user = "user root;" if os.geteuid() == 0 else ""  # else its workers could not write here
        places = "".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        pathlib.Path(self.folder, "nginx.conf").write_text(
            f"{user} daemon off; pid {self.folder}/pid; error_log {self.folder}/error.log; events {{}}\n"
            f"http {{ access_log off; {places}\n{block}}}\n", encoding="utf-8")
        self.nginx = subprocess.Popen([NGINX, "-p", self.folder, "-c", self.folder + "/nginx.conf"], stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.nginx.stderr.close)
        self.addCleanup(self.nginx.wait)
        self.addCleanup(self.nginx.terminate)
        for _ in range(100):
            self.assertIsNone(self.nginx.poll(), self.nginx.poll() is not None and self.nginx.stderr.read())
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)

    def connect(self):
        trusted = ssl.create_default_context(cafile=self.folder + "/certificate.pem")
        connection = http.client.HTTPSConnection(NAME, timeout=60, context=trusted)
        connection.sock = trusted.wrap_socket(socket.create_connection(("127.0.0.1", self.port)), server_hostname=NAME)
        return connection

    def ask(self, method, path, body=None, headers=()):
        connection = self.connect()
        connection.request(method, "/api/v1" + path, body, {"X-Vanthu": "1", **dict(headers)})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content

    def test_the_whole_way(self):
        self.assertEqual(self.ask("GET", "/drafts")[0], 401)
        status, headers, _ = self.ask("POST", "/session", '{"name":"an","password":"mat-khau-dai-1"}')
        self.assertEqual(status, 204)
        self.assertIn("; Secure", headers["Set-Cookie"])
        cookie = {"Cookie": headers["Set-Cookie"].partition(";")[0]}
        large = b"x" * (99 << 20)
        self.assertEqual(self.ask("POST", "/files", large, cookie)[0], 201)
        entry = json.loads(self.ask("GET", "/audit", headers=cookie)[2])["entries"][0]
        self.assertEqual((entry["action"], entry["peer"]), ("login", "127.0.0.1"))
        listener = self.connect()
        listener.request("GET", "/api/v1/events", headers=cookie)
        stream = listener.getresponse()
        self.assertEqual(stream.readline(), b"event: hello\n")
        self.ask("POST", "/drafts", '{"document":{"kind":"decision"}}', cookie)
        while stream.readline() != b"event: draft\n":
            pass
        stream.close()
        listener.close()
