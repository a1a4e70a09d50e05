// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubCertificate.h"

#include "core/base/PrivateFile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(HubCertificate)
};

constexpr qint64 mostBytes = qint64(256) * 1024;
constexpr qsizetype mostNames = 50;
constexpr int earlyDays = 1; ///< for clients whose clock is behind

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T* what) const
    {
        Free(what);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freeing<GENERAL_NAMES_free>>;
using Constraints = std::unique_ptr<BASIC_CONSTRAINTS, Freeing<BASIC_CONSTRAINTS_free>>;
using Purposes = std::unique_ptr<EXTENDED_KEY_USAGE, Freeing<EXTENDED_KEY_USAGE_free>>;

Error invalid(const QString& sentence)
{
    return { ErrorKind::InvalidInput, sentence, {} };
}

QString shown(const QString& file)
{
    return QDir::toNativeSeparators(file);
}

template <class T>
QByteArray derOf(const T* what, int (*encode)(const T*, unsigned char**))
{
    QByteArray der(std::max(encode(what, nullptr), 0), Qt::Uninitialized);
    auto* at = reinterpret_cast<unsigned char*>(der.data());
    if (!der.isEmpty())
        encode(what, &at);
    return der;
}

/// Null: these bytes hold no key that can be read without a passphrase.
Key keyIn(const QByteArray& pem)
{
    const std::unique_ptr<BIO, Freeing<BIO_free_all>> bytes(
        BIO_new_mem_buf(pem.constData(), int(pem.size())));
    constexpr auto noPassphrase = [](char*, int, int, void*) { return -1; }; // nor ask for one
    return Key(PEM_read_bio_PrivateKey(bytes.get(), nullptr, noPassphrase, nullptr));
}

/// Null: of a kind that Qt does not know.
QSslKey qtKey(const EVP_PKEY* key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != EVP_PKEY_EC && kind != EVP_PKEY_RSA)
        return {};
    return QSslKey(
        derOf(key, i2d_PrivateKey), kind == EVP_PKEY_EC ? QSsl::Ec : QSsl::Rsa, QSsl::Der);
}

bool belongTogether(const QSslCertificate& certificate, const EVP_PKEY* key)
{
    const QByteArray der = certificate.toDer();
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const Certificate ours(d2i_X509(nullptr, &at, long(der.size())));
    return ours != nullptr && X509_check_private_key(ours.get(), key) == 1;
}

// --- making one ---------------------------------------------------------------------------------

ASN1_OCTET_STRING* addressBytes(const QString& name)
{
    return a2i_IPADDRESS(QHostAddress(name).toString().toLatin1().constData());
}

/// Null: the name could be no host's.
GENERAL_NAME* generalName(const QString& name)
{
    static const QRegularExpression host(u"^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$"_s);
    const bool isAddress = !QHostAddress(name).isNull();
    if (!isAddress && !host.match(name).hasMatch())
        return nullptr;
    ASN1_STRING* const value = isAddress ? addressBytes(name) : ASN1_IA5STRING_new();
    if (value == nullptr)
        return nullptr;
    if (!isAddress)
        ASN1_STRING_set(value, name.toLatin1().constData(), int(name.size()));
    GENERAL_NAME* const made = GENERAL_NAME_new();
    GENERAL_NAME_set0_value(made, isAddress ? GEN_IPADD : GEN_DNS, value);
    return made;
}

Names generalNames(const QStringList& names)
{
    Names made(GENERAL_NAMES_new());
    for (const QString& name : names.first(std::min(names.size(), mostNames))) {
        if (GENERAL_NAME* const each = generalName(name))
            sk_GENERAL_NAME_push(made.get(), each);
    }
    return made;
}

/// A server's, and nobody's authority: who trusts it trusts this host alone.
bool addExtensions(X509* certificate, const QStringList& names)
{
    const Names hosts = generalNames(names);
    const Constraints noAuthority(BASIC_CONSTRAINTS_new());
    const Purposes purposes(EXTENDED_KEY_USAGE_new());
    sk_ASN1_OBJECT_push(purposes.get(), OBJ_nid2obj(NID_server_auth));
    const auto add = [certificate](int kind, void* value, bool isCritical) {
        return X509_add1_ext_i2d(certificate, kind, value, isCritical ? 1 : 0, X509V3_ADD_DEFAULT)
            == 1;
    };
    return add(NID_basic_constraints, noAuthority.get(), true)
        && add(NID_ext_key_usage, purposes.get(), false)
        && (sk_GENERAL_NAME_num(hosts.get()) == 0 || add(NID_subject_alt_name, hosts.get(), false));
}

bool addSerialNumber(X509* certificate)
{
    std::array<quint32, 4> random {};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    random[0] = (random[0] & 0x7f7f7f7fU) | 0x01010101U; // positive, and never nought
    return ASN1_STRING_set(X509_get_serialNumber(certificate), random.data(), sizeof random) == 1;
}

bool addSubject(X509* certificate)
{
    constexpr auto name = "Roadloom hub";
    X509_NAME* const subject = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
               reinterpret_cast<const unsigned char*>(name), -1, -1, 0)
        == 1
        && X509_set_issuer_name(certificate, subject) == 1;
}

Certificate signedBy(EVP_PKEY* key, const QStringList& names, std::chrono::days life)
{
    Certificate made(X509_new());
    const bool isMade = made != nullptr && key != nullptr
        && X509_set_version(made.get(), X509_VERSION_3) == 1 && addSerialNumber(made.get())
        && X509_time_adj_ex(X509_getm_notBefore(made.get()), -earlyDays, 0, nullptr) != nullptr
        && X509_time_adj_ex(X509_getm_notAfter(made.get()), int(life.count()), 0, nullptr)
            != nullptr
        && addSubject(made.get()) && X509_set_pubkey(made.get(), key) == 1
        && addExtensions(made.get(), names) && X509_sign(made.get(), key, EVP_sha256()) > 0;
    return isMade ? std::move(made) : nullptr;
}

/// Before a lesson that begins now does.
bool endsSoon(const HubCertificate& certificate)
{
    return certificate.certificate.expiryDate() <= QDateTime::currentDateTimeUtc().addDays(1);
}

} // namespace

QByteArray HubCertificate::fingerprint() const
{
    return certificate.digest(QCryptographicHash::Sha256);
}

Result<HubCertificate> HubCertificate::read(const QString& certificateFile, const QString& keyFile)
{
    const Result<QByteArray> certificatePem = readPrivateFile(certificateFile, mostBytes);
    if (!certificatePem)
        return certificatePem.error();
    const Result<QByteArray> keyPem = readPrivateFile(keyFile, mostBytes);
    if (!keyPem)
        return keyPem.error();
    QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem.value(), QSsl::Pem);
    if (chain.isEmpty())
        return invalid(Translation::tr("There is no certificate to be read in %1. It must be a PEM "
                                       "file.")
                           .arg(shown(certificateFile)));
    const Key key = keyIn(keyPem.value());
    HubCertificate read { .certificate = chain.takeFirst(),
        .key = key ? qtKey(key.get()) : QSslKey(),
        .issuers = chain };
    if (read.key.isNull())
        return invalid(Translation::tr("There is no key to be read in %1. It must be a PEM file "
                                       "with an EC or RSA key that has no passphrase.")
                           .arg(shown(keyFile)));
    if (!belongTogether(read.certificate, key.get()))
        return invalid(Translation::tr("The key in %1 is not that of the certificate in %2.")
                           .arg(shown(keyFile), shown(certificateFile)));
    return read;
}

Result<HubCertificate> HubCertificate::selfSigned(const QStringList& names, std::chrono::days life)
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Certificate made = signedBy(key.get(), names, life);
    HubCertificate certificate;
    if (made) {
        certificate.certificate = QSslCertificate(derOf(made.get(), i2d_X509), QSsl::Der);
        certificate.key = qtKey(key.get());
    }
    if (certificate.certificate.isNull() || certificate.key.isNull())
        return Error { ErrorKind::Internal,
            Translation::tr("No certificate could be made. Give one with --tls-cert and "
                            "--tls-key."),
            {} };
    return certificate;
}

Result<HubCertificate> HubCertificate::keptIn(const QString& folder, const QStringList& names)
{
    const QString certificateFile = QDir(folder).absoluteFilePath(certificateName);
    const QString keyFile = QDir(folder).absoluteFilePath(keyName);
    if (QFile::exists(certificateFile) && QFile::exists(keyFile)) {
        if (const Result<bool> closed = closeToOthers(keyFile); !closed)
            return closed.error();
        const Result<HubCertificate> kept = read(certificateFile, keyFile);
        if (!kept || !endsSoon(kept.value()))
            return kept;
    }
    const Result<HubCertificate> made = selfSigned(names);
    if (!made)
        return made;
    if (const auto error = writePrivateFile(keyFile, made.value().key.toPem()))
        return *error;
    if (const auto error = writePrivateFile(certificateFile, made.value().certificate.toPem()))
        return *error;
    return made;
}

QStringList hostNamesAt(const QHostAddress& address)
{
    const QString host = QHostInfo::localHostName();
    QStringList names { u"localhost"_s, u"127.0.0.1"_s, u"::1"_s };
    if (!host.isEmpty())
        names.append({ host, host + u".local"_s });
    const bool isAny = address == QHostAddress::Any || address == QHostAddress::AnyIPv4
        || address == QHostAddress::AnyIPv6;
    for (const QHostAddress& each :
        isAny ? QNetworkInterface::allAddresses() : QList<QHostAddress> { address }) {
        if (!each.isLinkLocal())
            names.append(each.toString());
    }
    names.removeDuplicates();
    return names;
}

} // namespace roadloom
