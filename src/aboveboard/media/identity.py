"""Who signs: a certificate and its key, from an authority of one's own until there is another.

Profile: C2PA specification 2.x, X.509 certificates (P-256, ES256; key usage digitalSignature; an
extended key usage that validators take: e-mail protection, document signing).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from aboveboard.kernel.errors import Invalid

# How long the authority and what it signs hold; nobody can be asked to renew it in time.
AUTHORITY_HOLDS = timedelta(days=365 * 20)
HOLDS = timedelta(days=365 * 10)
_DOCUMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
_MAX_NAME = 64


@dataclass(frozen=True)
class Identity:
    """`chain` is PEM, the signer's certificate first, its authority's last; `key` PEM (PKCS #8)."""

    chain: str
    key: str = field(repr=False)

    @property
    def authority(self) -> str:
        """The last certificate of the chain: who trusts it trusts the signer."""
        begin = "-----BEGIN CERTIFICATE-----"
        return begin + self.chain.rpartition(begin)[2]


def new_identity(name: str, now: datetime) -> Identity:
    """A signer of this name, and an authority for it that nobody else has."""
    above, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _name(name, "Authority")
    authority = (
        _certificate(root, root, above, now, now + AUTHORITY_HOLDS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(above, hashes.SHA256())
    )
    by = x509.AuthorityKeyIdentifier.from_issuer_public_key(above.public_key())
    usages = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, _DOCUMENTS])
    signer = (
        _certificate(_name(name, "Media"), root, own, now, now + HOLDS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(usages, critical=False)
        .add_extension(by, critical=False)
        .sign(above, hashes.SHA256())
    )
    pem = [one.public_bytes(serialization.Encoding.PEM).decode() for one in (signer, authority)]
    return Identity("".join(pem), _pem(own))


def given_identity(chain: str, key: str) -> Identity:
    """A certificate of one's own with its key, once they are seen to belong together.

    Raises Invalid with the mend when they cannot be read or do not fit.
    """
    try:
        certificates = x509.load_pem_x509_certificates(chain.encode())
        private = serialization.load_pem_private_key(key.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise Invalid(
            "These are no certificates and key that can be read.",
            mend="Give them as PEM: the signer's certificate first, the key without a password.",
            code="certificate",
        ) from error
    public = certificates[0].public_key()
    if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(
        private.curve, ec.SECP256R1
    ):
        raise Invalid(
            "This key is of another kind than we sign with.",
            mend="Ask for a certificate for a P-256 key (ES256).",
            code="certificate",
        )
    if public != private.public_key():
        raise Invalid(
            "This key does not belong to the first certificate.",
            mend="Put the signer's own certificate first.",
            code="certificate",
        )
    return Identity(chain.strip() + "\n", _pem(private))


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    until: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # Clocks differ.
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(name: str, what: str) -> x509.Name:
    shown = _within(" ".join(name.split())) or "Studio"
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, shown),
            x509.NameAttribute(NameOID.COMMON_NAME, _within(f"{what} of {shown}")),
        ]
    )


def _within(text: str) -> str:
    """As much of a name as a certificate holds (RFC 5280, ub-common-name)."""
    return text.encode()[:_MAX_NAME].decode(errors="ignore").strip()


def _pem(key: ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()
