"""The health check: exits 0 when the application answers that it is well."""

from http.client import HTTPConnection

connection = HTTPConnection("127.0.0.1", 8000, timeout=4)
connection.request("GET", "/health")
raise SystemExit(0 if connection.getresponse().status == 200 else 1)
