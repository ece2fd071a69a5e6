"""Tokens: what verifies, what doesn't, and what the settings may be."""

import json
from pathlib import Path
from typing import Any

import jwt
import pytest
from flask import Flask
from jwt.utils import base64url_encode

from pgbooking.app import create_app
from pgbooking.database import json_call
from pgbooking.engine import Engine
from pgbooking.errors import BookingError, SetupError
from pgbooking.tokens import Tokens
from tests.contract_tokens import AUDIENCE, AUTHORIZATIONS, JWKS, SALON, SECRET, token

GOOD = list(AUTHORIZATIONS)[: list(AUTHORIZATIONS).index("other scheme")]
BAD = list(AUTHORIZATIONS)[list(AUTHORIZATIONS).index("expired") :]


def bearer(**claims: Any) -> str:
    return f"Bearer {token(**claims)}"


@pytest.mark.parametrize("name", GOOD)
def test_a_good_token_gives_its_claims(name: str) -> None:
    assert Tokens(JWKS, AUDIENCE).claims(AUTHORIZATIONS[name]())


@pytest.mark.parametrize("name", BAD)
def test_a_bad_token_is_refused(name: str) -> None:
    with pytest.raises(BookingError) as caught:
        Tokens(JWKS, AUDIENCE).claims(AUTHORIZATIONS[name]())
    error = caught.value
    assert (error.status, error.code) == (401, "PGRST301")
    challenge = error.headers["WWW-Authenticate"]
    assert challenge == f'Bearer error="invalid_token", error_description="{error.message}"'


@pytest.mark.parametrize(
    ("name", "reason"),
    [("not yet valid", "JWTNotYetValid"), ("issued in the future", "JWTIssuedAtFuture")],
)
def test_a_token_that_is_too_young_says_which_way(name: str, reason: str) -> None:
    with pytest.raises(BookingError) as caught:
        Tokens(JWKS, AUDIENCE).claims(AUTHORIZATIONS[name]())
    assert caught.value.message == reason


def test_a_secret_verifies_hs256_only() -> None:
    tokens = Tokens(SECRET)
    assert tokens.claims(bearer(role="anon"))["role"] == "anon"
    for name in ("alg none", "HS512", "service, RS256", "service, ES256", "wrong secret"):
        with pytest.raises(BookingError, match="PGRST301"):
            tokens.claims(AUTHORIZATIONS[name]())


def test_one_jwk_is_enough() -> None:
    tokens = Tokens(json.dumps(json.loads(JWKS)["keys"][2]))
    assert tokens.claims(AUTHORIZATIONS["service, ES256"]())
    with pytest.raises(BookingError, match="PGRST301"):
        tokens.claims(bearer())


def test_without_an_audience_any_is_fine() -> None:
    assert Tokens(SECRET).claims(bearer(aud="other"))["aud"] == "other"


def test_a_claim_that_is_null_is_none() -> None:
    claims = b'{"iss": null, "jti": null, "sub": null}'
    assert Tokens(SECRET).claims(f"Bearer {jwt.api_jws.encode(claims, SECRET)}")


@pytest.mark.parametrize("header", [None, "", "Basic YTpi", "Bearer", "Bearer ", "Token x"])
def test_no_token_is_no_claims(header: str | None) -> None:
    assert Tokens(SECRET).claims(header) == {}


def test_without_a_secret_no_token_is_believed() -> None:
    with pytest.raises(BookingError) as caught:
        Tokens().claims(bearer())
    assert (caught.value.status, caught.value.code) == (500, "PGRST300")


@pytest.mark.parametrize(
    "secret",
    ["x" * 31, "{", "{}", '{"keys": []}', '{"keys": [5]}', '{"kty": "oct"}', '{"kty": "x"}',
     '{"kty": "oct", "k": "eA"}', '{"keys": [{"kty": "oct", "k": "eA", "alg": "none"}]}'],
)  # fmt: skip
def test_a_secret_that_is_none_is_refused_at_the_start(secret: str) -> None:
    with pytest.raises(SetupError, match="PGBOOKING_JWT_SECRET"):
        Tokens(secret)


def test_a_secret_is_long_enough_with_256_bits() -> None:
    assert Tokens("x" * 32).claims(None) == {}


def test_each_of_two_keys_of_one_algorithm_verifies_its_tokens() -> None:
    """As while the old key is replaced by a new one."""
    secrets = {"old": "the old secret, of 32 bytes or more", "new": SECRET}
    keys = [
        {"kty": "oct", "alg": "HS256", "kid": kid, "k": base64url_encode(secret.encode()).decode()}
        for kid, secret in secrets.items()
    ]
    tokens = Tokens(" " + json.dumps({"keys": keys}))
    for kid, secret in secrets.items():
        for named in (kid, None, "unknown"):
            assert tokens.claims(f"Bearer {token(key=secret, kid=named)}")
    with pytest.raises(BookingError, match="JWSInvalidSignature"):
        tokens.claims(AUTHORIZATIONS["wrong secret"]())


def test_claims_nested_too_deeply_are_refused() -> None:
    claims = b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    with pytest.raises(BookingError, match="PGRST301"):
        Tokens(SECRET).claims(f"Bearer {jwt.api_jws.encode(claims, SECRET)}")


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n")
    settings = {"PGBOOKING_JWT_SECRET": f"@{file}", "PGBOOKING_JWT_AUDIENCE": AUDIENCE}
    tokens = Tokens.from_environment(settings)
    assert tokens.claims(bearer(aud=AUDIENCE))
    with pytest.raises(BookingError, match="PGRST301"):
        tokens.claims(bearer(aud="other"))
    with pytest.raises(SetupError, match="file"):
        Tokens.from_environment({"PGBOOKING_JWT_SECRET": f"@{tmp_path}/none"})
    file.write_bytes(b"\xff")
    with pytest.raises(SetupError, match="file"):
        Tokens.from_environment(settings)
    assert Tokens.from_environment({}).claims(None) == {}


@pytest.fixture
def app(dsn: str) -> Any:
    made = create_app(dsn, pool_size=1, tokens=Tokens(SECRET))
    yield made
    made.extensions["pgbooking"].close()


def test_rest_runs_as_the_role_of_the_token(app: Flask) -> None:
    client = app.test_client()
    anonymous = client.get("/api/v1/holidays")
    assert anonymous.status_code in (401, 403)
    headers = {"Authorization": bearer(tenant_id=SALON)}
    found = client.get("/api/v1/holidays", headers=headers)
    assert (found.status_code, found.json and found.json["code"]) == (401, "not_authenticated")
    expired = client.get("/api/v1/holidays", headers={"Authorization": bearer(exp=1)})
    assert (expired.status_code, expired.json and expired.json["code"]) == (401, "PGRST301")


@pytest.mark.parametrize("role", ["nobody_at_all", "", 5, None])
def test_a_role_that_does_not_exist_is_the_tokens_mistake(app: Flask, role: Any) -> None:
    headers = {"Authorization": bearer(role=role)}
    for path in ("/rpc/list_holidays", "/api/v1/holidays", "/api/v1/stream"):
        found = app.test_client().get(path, headers=headers)
        assert (found.status_code, found.json and found.json["code"]) == (400, "22023"), path


def test_a_role_that_is_gone_ends_its_streams_only(app: Flask) -> None:
    """To the hub, a BookingError is of one view; another error is of all."""
    engine: Engine = app.extensions["pgbooking"]
    statement = json_call(engine.function("feed"), {"p_after": 0})
    with engine.connection() as conn, pytest.raises(BookingError, match="22023"):
        engine.read(conn, statement, {"role": "nobody_at_all"})


def test_a_role_of_the_server_that_does_not_exist_is_no_callers_mistake(dsn: str) -> None:
    app = create_app(dsn, "nobody_at_all", pool_size=1)
    try:
        assert app.test_client().get("/api/v1/holidays").status_code == 500
        found = app.test_client().get("/healthz")
        assert (found.status_code, found.json and "--role" in found.json["hint"]) == (503, True)
    finally:
        app.extensions["pgbooking"].close()


def test_the_token_is_not_in_the_answer() -> None:
    secret = jwt.encode({"role": "anon"}, "x" * 40)
    with pytest.raises(BookingError) as caught:
        Tokens(SECRET).claims(f"Bearer {secret}")
    assert secret not in str(caught.value.body())
