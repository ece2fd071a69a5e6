"""Tokens good and bad, signed by keys of this test run, and the JWKS that both servers get."""

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

SECRET = "a secret of the tests, known to both servers"
AUDIENCE = "pgbooking"
SALON = "5a100000-0000-4000-8000-000000000001"
_RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
_EC = ec.generate_private_key(ec.SECP256R1())
_STRANGER = ec.generate_private_key(ec.SECP256R1())

JWKS = json.dumps(
    {
        "keys": [
            {
                "kty": "oct",
                "k": base64.urlsafe_b64encode(SECRET.encode()).decode().rstrip("="),
                "alg": "HS256",
            },
            json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_RSA.public_key()))
            | {"kid": "rsa", "alg": "RS256"},
            json.loads(jwt.algorithms.ECAlgorithm.to_jwk(_EC.public_key()))
            | {"kid": "ec", "alg": "ES256"},
        ]
    }
)


def token(
    algorithm: str = "HS256", key: Any = SECRET, kid: str | None = None, **claims: Any
) -> str:
    """A signed token; role service_role of the salon unless said otherwise."""
    claims = {"role": "service_role", "tenant_id": SALON} | claims
    return jwt.encode(claims, key, algorithm, headers={"kid": kid} if kid else None)


def _soon(seconds: float) -> int:
    return int(time.time() + seconds)


def _tampered() -> str:
    header, _, signature = token(role="anon").split(".")
    payload = base64.urlsafe_b64encode(b'{"role":"service_role"}').decode().rstrip("=")
    return f"{header}.{payload}.{signature}"


def _public_key_as_secret() -> str:
    """The classic confusion: HS256, keyed with the text of a public key."""
    public = json.loads(JWKS)["keys"][1]["n"]
    return token(key=public, kid="rsa")


# What follows "Authorization: "; made anew for each request.
AUTHORIZATIONS: dict[str, Callable[[], str]] = {
    "service": lambda: f"Bearer {token(sub='app')}",
    "service, fresh": lambda: f"Bearer {token(exp=_soon(60), nbf=_soon(-60), iat=_soon(-60))}",
    "service, RS256": lambda: f"Bearer {token('RS256', _RSA, 'rsa')}",
    "service, RS256 without kid": lambda: f"Bearer {token('RS256', _RSA)}",
    "service, ES256": lambda: f"Bearer {token('ES256', _EC, 'ec')}",
    "lower-case scheme": lambda: f"bearer {token()}",
    "two spaces": lambda: f"Bearer  {token()}",
    "authenticated": lambda: f"Bearer {token(role='authenticated', sub='user')}",
    "admin": lambda: f"Bearer {token(role='authenticated', sub='admin')}",
    "staff": lambda: f"Bearer {token(role='authenticated', sub='ada')}",
    "anon": lambda: f"Bearer {token(role='anon')}",
    "no role": lambda: f"Bearer {jwt.encode({'sub': 'user'}, SECRET)}",
    "no subject": lambda: f"Bearer {token(role='authenticated')}",
    "empty subject": lambda: f"Bearer {token(role='authenticated', sub='')}",
    "just expired": lambda: f"Bearer {token(exp=_soon(-20))}",
    "our audience": lambda: f"Bearer {token(aud=AUDIENCE)}",
    "our audience among others": lambda: f"Bearer {token(aud=['other', AUDIENCE])}",
    "superuser": lambda: f"Bearer {token(role='postgres')}",
    "owner": lambda: f"Bearer {token(role='booking_owner')}",
    "unknown role": lambda: f"Bearer {token(role='nobody_at_all')}",
    "role of another type": lambda: f"Bearer {token(role=5)}",
    "a role that is true": lambda: f"Bearer {token(role=True)}",
    "not ASCII": lambda: "Bearer " + token(name="Zo\u00eb \u2028"),
    "other scheme": lambda: "Basic YTpi",
    "empty": lambda: "Bearer ",
    # refused
    "expired": lambda: f"Bearer {token(exp=_soon(-40))}",
    "not yet valid": lambda: f"Bearer {token(nbf=_soon(50))}",
    "issued in the future": lambda: f"Bearer {token(iat=_soon(50))}",
    "wrong secret": lambda: f"Bearer {token(key='another secret, just as long as ours')}",
    "wrong key": lambda: f"Bearer {token('ES256', _STRANGER, 'ec')}",
    "tampered": lambda: f"Bearer {_tampered()}",
    "alg none": lambda: f"Bearer {token('none', None)}",
    "HS512": lambda: f"Bearer {token('HS512', SECRET * 2)}",
    "public key as secret": lambda: f"Bearer {_public_key_as_secret()}",
    "other audience": lambda: f"Bearer {token(aud='other')}",
    "audience that begins like ours": lambda: f"Bearer {token(aud=AUDIENCE + '2')}",
    "expiry is text": lambda: f"Bearer {token(exp='tomorrow')}",
    "expiry is a number as text": lambda: f"Bearer {token(exp=str(_soon(60)))}",
    "begin is a number as text": lambda: f"Bearer {token(nbf=str(_soon(-60)))}",
    "age is a truth": lambda: f"Bearer {token(iat=True)}",
    "issuer is a number": lambda: "Bearer " + jwt.api_jws.encode(b'{"iss": 5}', SECRET),
    "subject is a number": lambda: f"Bearer {token(sub=5)}",
    "token id is a number": lambda: f"Bearer {token(jti=5)}",
    "claims are no object": lambda: f"Bearer {jwt.api_jws.encode(b'[1]', SECRET)}",
    "not a token": lambda: "Bearer x",
    "three words": lambda: "Bearer a.b.c",
    "cut off": lambda: f"Bearer {token()[:-2]}",
    "four parts": lambda: f"Bearer {token()}.x",
}
