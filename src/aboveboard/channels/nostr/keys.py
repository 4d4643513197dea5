"""Keys of Nostr: secret and public, as bytes and in the spelling that people pass on.

Source: NIP-19 (nsec, npub, note) over BIP-173's Bech32; BIP-340 for the signatures, which
libsecp256k1 makes.
"""

from dataclasses import dataclass, field

from coincurve import PrivateKey, PublicKeyXOnly

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


class NotAKey(ValueError):
    """What was given is no secret key."""


@dataclass(frozen=True)
class Key:
    """A secret key; `public` is its public one in hex, as events carry it."""

    public: str
    secret: bytes = field(repr=False)

    @classmethod
    def read(cls, given: str) -> "Key":
        """From “nsec1…” or 64 hex digits. Raises NotAKey."""
        given = given.strip()
        try:
            secret = decoded(given, "nsec") if given.startswith("nsec1") else bytes.fromhex(given)
            if len(secret) != 32:
                raise NotAKey(given[:4])
            return cls(PublicKeyXOnly.from_secret(secret).format().hex(), secret)
        except ValueError:
            raise NotAKey("That is no secret key of Nostr.") from None

    def sign(self, digest: bytes) -> str:
        """A signature over 32 bytes, in hex."""
        return PrivateKey(self.secret).sign_schnorr(digest).hex()


def is_signed(public: str, digest: bytes, signature: str) -> bool:
    """Whether a signature is that of this public key over these bytes."""
    try:
        key = PublicKeyXOnly(bytes.fromhex(public))
        return key.verify(bytes.fromhex(signature), digest)
    except ValueError:
        return False


def encoded(kind: str, value: bytes) -> str:
    """Bytes as “npub1…”, “note1…” or “nsec1…”."""
    data = _regrouped(value, 8, 5, pad=True)
    sum_ = _checksum([*_expanded(kind), *data, *[0] * 6]) ^ 1
    data += [(sum_ >> 5 * (5 - place)) & 31 for place in range(6)]
    return f"{kind}1{''.join(_LETTERS[one] for one in data)}"


def decoded(text: str, kind: str) -> bytes:
    """The bytes of such a spelling. Raises ValueError for another kind or a slip of the pen."""
    head, _, rest = text.lower().rpartition("1")
    data = [_LETTERS.index(letter) for letter in rest]
    if head != kind or _checksum([*_expanded(head), *data]) != 1:
        raise ValueError(kind)
    return bytes(_regrouped(data[:-6], 5, 8, pad=False))


def _expanded(kind: str) -> list[int]:
    return [ord(letter) >> 5 for letter in kind] + [0] + [ord(letter) & 31 for letter in kind]


def _checksum(values: list[int]) -> int:
    found = 1
    for value in values:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for place, part in enumerate(_GENERATOR):
            found ^= part if top >> place & 1 else 0
    return found


def _regrouped(values: bytes | list[int], width: int, wanted: int, *, pad: bool) -> list[int]:
    bits, held, found = 0, 0, []
    for value in values:
        bits, held = bits << width | value, held + width
        while held >= wanted:
            held -= wanted
            found.append(bits >> held & (1 << wanted) - 1)
    if pad and held:
        found.append(bits << wanted - held & (1 << wanted) - 1)
    return found
