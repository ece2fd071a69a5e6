"""Bearer tokens: JWTs signed by a key that this server was given, as PostgREST reads them."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jwt

from pgbooking.errors import BookingError, SetupError

# S105 takes the name of an environment variable for a secret; the secret is in the environment.
SECRET = "PGBOOKING_JWT_SECRET"  # noqa: S105
AUDIENCE = "PGBOOKING_JWT_AUDIENCE"
_SKEW = 30  # seconds by which clocks may differ
_SHORTEST = 32  # bytes of a secret, which HS256 needs to be worth its name
_ALGORITHMS = (
    *("HS256", "HS384", "HS512", "RS256", "RS384", "RS512"),
    *("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA"),
)
_TEXTS = ("iss", "jti", "sub")  # claims that are text or missing
_INSTANTS = ("exp", "nbf", "iat")  # seconds since 1970; PyJWT takes their digits as text, too
# What PostgREST says, for each thing that can be wrong with a token that is one.
_REASONS: dict[type[Exception], str] = {
    jwt.ExpiredSignatureError: "JWT expired",
    jwt.InvalidAudienceError: "JWTNotInAudience",
    jwt.InvalidSignatureError: "JWSError JWSInvalidSignature",
}

# What json and PyJWT let through from a malformed key: no JSON or a bad number (ValueError), a
# member missing (LookupError), a list or text where an object belongs (AttributeError, TypeError),
# a kind of key that isn't built (NotImplementedError, cryptography's). All of it is the operator's
# mistake, met once, at the start; it becomes one SetupError, and nothing is swallowed.
_UNREADABLE = (ValueError, LookupError, AttributeError, TypeError, NotImplementedError)


class Tokens:
    """Verifies tokens.

    secret: the shared secret of HS256, or a JWK or JWKS as JSON: each of its keys verifies the one
    algorithm it is for. Empty: no token can be verified. audience: tokens that name another one
    are refused.
    """

    def __init__(self, secret: str = "", audience: str = "") -> None:
        self._keys = _keys(secret) if secret else []
        self._audience = audience

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Tokens":
        """By $PGBOOKING_JWT_SECRET (the keys, or @file with them) and $PGBOOKING_JWT_AUDIENCE."""
        secret = environment.get(SECRET, "")
        if secret.startswith("@"):
            try:
                secret = Path(secret[1:]).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeError) as error:
                raise SetupError(f"{SECRET} names a file that can't be read") from error
        return cls(secret, environment.get(AUDIENCE, ""))

    def claims(self, authorization: str | None) -> dict[str, Any]:
        """The claims of the token in an Authorization header; none without a token.

        Raises BookingError: 401 PGRST301 for a token that is not valid, 500 PGRST300 when there is
        nothing to verify it by.
        """
        scheme, _, token = (authorization or "").partition(" ")
        token = token.lstrip()
        if scheme.lower() != "bearer" or not token:
            return {}
        if not self._keys:
            raise BookingError(500, "PGRST300", "Server lacks JWT secret")
        try:
            return self._verified(token)
        except (jwt.PyJWTError, ValueError, RecursionError) as error:
            raise _invalid(error) from error

    def _verified(self, token: str) -> dict[str, Any]:
        header = jwt.get_unverified_header(token)
        fitting = [key for key in self._keys if key.algorithm_name == header.get("alg")]
        failure: jwt.PyJWTError = jwt.InvalidAlgorithmError("JWSError JWSNoSignatures")
        for key in fitting:
            try:
                return self._decoded(token, key)
            except jwt.InvalidSignatureError as error:
                failure = error
        raise failure

    def _decoded(self, token: str, key: jwt.PyJWK) -> dict[str, Any]:
        found: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[key.algorithm_name],
            leeway=_SKEW,
            options={"verify_aud": False, "verify_sub": False, "verify_jti": False},
        )
        named = found.get("aud", self._audience)
        if self._audience and self._audience not in (named if isinstance(named, list) else [named]):
            raise jwt.InvalidAudienceError
        if not all(isinstance(found.get(name), str | None) for name in _TEXTS):
            raise jwt.InvalidTokenError
        if not all(type(found.get(name, 0)) in (int, float) for name in _INSTANTS):
            raise jwt.InvalidTokenError
        return found


def _keys(secret: str) -> list[jwt.PyJWK]:
    if secret.lstrip().startswith("{"):
        keys = _read(secret)
    else:
        encoded = jwt.utils.base64url_encode(secret.encode()).decode()
        keys = [jwt.PyJWK({"kty": "oct", "k": encoded}, algorithm="HS256")]
    if not keys or any(key.algorithm_name not in _ALGORITHMS for key in keys):
        raise SetupError(f"{SECRET} holds no key, or one of an unknown algorithm")
    if any(isinstance(key.key, bytes) and len(key.key) < _SHORTEST for key in keys):
        raise SetupError(f"{SECRET} is shorter than {_SHORTEST} bytes")
    return keys


def _read(text: str) -> list[jwt.PyJWK]:
    """The keys of a JWK or a JWKS."""
    try:
        found = json.loads(text)
        return [jwt.PyJWK(key) for key in found.get("keys", [found])]
    except (jwt.PyJWTError, *_UNREADABLE) as error:
        raise SetupError(f"{SECRET} holds no JWK or JWKS that can be read") from error


def _invalid(error: Exception) -> BookingError:
    reason = _REASONS.get(type(error)) or _when(error) or "JWSError (the token can't be read)"
    challenge = f'Bearer error="invalid_token", error_description="{reason}"'
    return BookingError(401, "PGRST301", reason, headers={"WWW-Authenticate": challenge})


def _when(error: Exception) -> str:
    """The reason where the class of the error has more than one."""
    if isinstance(error, jwt.ImmatureSignatureError):
        return "JWTIssuedAtFuture" if "iat" in str(error) else "JWTNotYetValid"
    return str(error) if isinstance(error, jwt.InvalidAlgorithmError) else ""
