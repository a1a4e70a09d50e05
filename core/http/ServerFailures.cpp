// SPDX-License-Identifier: Apache-2.0
#include "core/http/ServerFailures.h"

#include "core/base/PlainText.h"
#include "core/http/FailureKind.h"
#include "core/http/Fingerprint.h"
#include "core/http/ServerOrigin.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype sentenceLimit = 300; // characters of the server's words in a sentence
constexpr qsizetype detailsLimit = 2000;

QString shortened(QString text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype end = limit - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    text.truncate(end);
    text += u'…';
    return text;
}

} // namespace

ServerFailures::ServerFailures(const ServerDescription& server)
    : m_where(hostAndPort(server.url))
    , m_mask(server.secret)
    , m_secretVariable(server.secretVariable)
    , m_usualUrl(server.usualUrl)
    , m_role(server.role)
    , m_isSecretFromVariable(server.isSecretFromVariable)
    , m_usesTls(server.url.scheme() == "https"_L1)
{
}

ServerFailures::ServerFailures(const QUrl& server, const QByteArray& secret)
    : ServerFailures(ServerDescription { .url = server, .secret = secret })
{
}

Error ServerFailures::httpStatus(
    int status, QByteArrayView body, std::optional<std::chrono::seconds> retryAfter) const
{
    const QString technical = u"HTTP %1\n%2"_s.arg(status).arg(QString::fromUtf8(body));
    constexpr int proxyAuthenticationRequired = 407;
    if (status == proxyAuthenticationRequired)
        return stoppedByProxy(technical);
    const ServerWords words = serverWordsIn(body);
    const ErrorKind kind = failureKind(status, words);
    const QString sentence = kind == ErrorKind::RateLimit && retryAfter ? waitSentence(*retryAfter)
                                                                        : sentenceFor(kind, status);
    Error error = make(kind, withWords(sentence, words), technical);
    error.retryAfter = retryAfter;
    error.isTransient = mayPassByItself(kind, status, words);
    return error;
}

Error ServerFailures::redirect(int status, const QUrl& target) const
{
    const QString shown = target.toString(
        QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
    const QString sentence = m_role == ServerRole::RoadmapService
        ? tr("The service at %1 sends this request on to %2. It was not followed there, so that "
             "your words stay where you sent them. If you trust that address, set it as the "
             "service's address.")
        : tr("The server at %1 sends this request on to %2. It was not followed there, so that "
             "your words and your key stay where you sent them. If you trust that address, set it "
             "as the server's address.");
    return make(ErrorKind::Protocol, sentence.arg(m_where, line(shown)), u"HTTP %1"_s.arg(status));
}

Error ServerFailures::redirectLoop(int count) const
{
    const QString sentence = m_role == ServerRole::RoadmapService
        ? tr("The service at %1 sends this request on and on (%n time(s) were followed). Check "
             "the service's address.",
            nullptr, count)
        : tr("The server at %1 sends this request on and on (%n time(s) were followed). Check the "
             "address.",
            nullptr, count);
    return make(ErrorKind::Protocol, sentence.arg(m_where));
}

Error ServerFailures::insteadOfAnswer(const ServerWords& words, QByteArrayView raw) const
{
    const ErrorKind kind = failureKind(0, words);
    Error error = make(kind, withWords(sentenceFor(kind, 0), words), QString::fromUtf8(raw));
    error.isTransient = mayPassByItself(kind, 0, words);
    return error;
}

Error ServerFailures::refused(const QString& reason) const
{
    const ServerWords words { .text = reason, .code = {}, .type = {} };
    return make(ErrorKind::Server,
        withWords(tr("The server at %1 refuses to answer this. Say the goal in other words, or use "
                     "another model.")
                      .arg(m_where),
            words));
}

Error ServerFailures::worded(ErrorKind kind, const QString& sentence, const QString& details) const
{
    return make(kind, paragraph(sentence), details);
}

Error ServerFailures::webPage(QByteArrayView start) const
{
    return make(ErrorKind::Protocol,
        tr("What answers at %1 is a web page, not a model server. Check the address, which looks "
           "like %2.")
            .arg(m_where, m_usualUrl),
        QString::fromUtf8(start));
}

Error ServerFailures::emptyBody() const
{
    return makeTransient(ErrorKind::Protocol,
        tr("The server at %1 sent an empty answer. Check the address, which looks like %2, then "
           "try again.")
            .arg(m_where, m_usualUrl));
}

Error ServerFailures::notAnAnswer(QByteArrayView start) const
{
    return make(ErrorKind::Protocol,
        tr("What the server at %1 sent is not a chat answer. Check the address, and that "
           "the API style (--api-style) is this server's.")
            .arg(m_where),
        QString::fromUtf8(start));
}

Error ServerFailures::noModelList(QByteArrayView start) const
{
    return make(ErrorKind::Protocol,
        tr("What the server at %1 sent is no list of models. Check the address, or write the "
           "model's name yourself.")
            .arg(m_where),
        QString::fromUtf8(start));
}

Error ServerFailures::cut(const QString& technical) const
{
    return makeTransient(ErrorKind::Cut,
        tr("The answer from %1 broke off before its end. A new try may bring all of it.")
            .arg(m_where),
        technical);
}

Error ServerFailures::silence(std::chrono::milliseconds limit) const
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
    return make(ErrorKind::Timeout,
        tr("The server at %1 said nothing for %n second(s) and was given up. Try again, or raise "
           "the time limit (--timeout).",
            nullptr, int(seconds))
            .arg(m_where));
}

Error ServerFailures::noConnection(std::chrono::milliseconds limit) const
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
    return makeTransient(ErrorKind::Timeout,
        tr("No connection to %1 came about within %n second(s). Check the address and your network "
           "connection.",
            nullptr, int(seconds))
            .arg(m_where));
}

Error ServerFailures::noConnectionThroughProxy(std::chrono::milliseconds limit) const
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
    return makeTransient(ErrorKind::Timeout,
        tr("No connection to %1 came about through the proxy within %n second(s). Check the proxy "
           "in Roadloom's settings or this computer's, and the address.",
            nullptr, int(seconds))
            .arg(m_where));
}

Error ServerFailures::notTrusted(
    QSslError::SslError error, const QByteArray& fingerprint, const QString& technical) const
{
    return make(ErrorKind::Network, trustSentence(error, fingerprint), technical);
}

Error ServerFailures::otherCertificate(const QByteArray& fingerprint) const
{
    return make(ErrorKind::Network,
        tr("The hub at %1 shows another certificate than the one that was confirmed; nothing was "
           "sent there. Ask whoever runs it whether it is new, and confirm it anew only if its "
           "fingerprint is the one that they see.")
            .arg(m_where),
        shownFingerprint(fingerprint));
}

Error ServerFailures::withoutTls() const
{
    return make(ErrorKind::InvalidInput,
        tr("The certificate of the hub at %1 was confirmed, so its address must begin with "
           "https://.")
            .arg(m_where));
}

Error ServerFailures::tooLarge(qint64 limitBytes) const
{
    const QString sentence = m_role == ServerRole::RoadmapService
        ? tr("The answer from %1 is longer than the limit of %2 MiB and was stopped. Try again, "
             "or ask for a narrower goal.")
        : tr("The answer from %1 is longer than the limit of %2 MiB and was stopped. Try again, "
             "or choose another model.");
    return make(
        ErrorKind::TooLarge, sentence.arg(m_where).arg(double(limitBytes) / (1024.0 * 1024.0)));
}

Error ServerFailures::notReached(QNetworkReply::NetworkError error, const QString& technical) const
{
    switch (error) {
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return stoppedByProxy(technical);
    default:
        break;
    }
    const bool isPassing = error == QNetworkReply::RemoteHostClosedError
        || error == QNetworkReply::ProtocolFailure || error == QNetworkReply::InternalServerError
        || error == QNetworkReply::ContentReSendError || error == QNetworkReply::TimeoutError
        || error == QNetworkReply::TemporaryNetworkFailureError
        || error == QNetworkReply::UnknownNetworkError;
    const bool hasWords = error != QNetworkReply::ContentReSendError; // "Unknown error" is no help
    const QString details = hasWords ? technical : QString();
    return isPassing ? makeTransient(ErrorKind::Network, networkSentence(error), details)
                     : make(ErrorKind::Network, networkSentence(error), details);
}

Error ServerFailures::stoppedByProxy(const QString& technical) const
{
    return make(ErrorKind::Network,
        tr("The request to %1 did not get through the proxy. Check the proxy in Roadloom's "
           "settings or this computer's, and the address.")
            .arg(m_where),
        technical);
}

Error ServerFailures::unusableEndpoint(const QString& technical) const
{
    return make(ErrorKind::InvalidInput,
        m_role == ServerRole::RoadmapService
            ? tr("The service's address or class code cannot be used. Check the address, which "
                 "starts with http:// or https://, and the code.")
            : tr("The model server's address or key cannot be used. Check the address, which "
                 "starts with http:// or https://, and the key."),
        technical);
}

Error ServerFailures::make(ErrorKind kind, const QString& sentence, const QString& details) const
{
    return { .kind = kind, .message = sentence, .details = paragraph(details) };
}

Error ServerFailures::makeTransient(
    ErrorKind kind, const QString& sentence, const QString& details) const
{
    Error error = make(kind, sentence, details);
    error.isTransient = true;
    return error;
}

QString ServerFailures::sentenceFor(ErrorKind kind, int status) const
{
    if (m_role == ServerRole::RoadmapService)
        return serviceSentenceFor(kind, status);
    switch (kind) {
    case ErrorKind::Authentication:
        return keySentence();
    case ErrorKind::Quota:
        return tr("The account at %1 has no credit left. Top it up or choose another model.")
            .arg(m_where);
    case ErrorKind::NotFound:
        return tr("The server at %1 does not know this address or this model. Check the address, "
                  "which looks like %2, and the model's name (--model).")
            .arg(m_where, m_usualUrl);
    case ErrorKind::RateLimit:
        return tr("The server at %1 has had too many requests. Wait a minute, then try again.")
            .arg(m_where);
    default:
        break;
    }
    if (status == 0)
        return tr("The server at %1 reported an error instead of an answer. Try again in a moment.")
            .arg(m_where);
    if (status == 413)
        return tr("The request is too long for the server at %1 (HTTP %2). Shorten the goal and "
                  "what you say about yourself, or use another model.")
            .arg(m_where)
            .arg(status);
    if (status < 500)
        return tr(
            "The server at %1 refused the request (HTTP %2). Check the model's name (--model) "
            "and the address, or use another model.")
            .arg(m_where)
            .arg(status);
    return tr("The server at %1 failed (HTTP %2). Try again in a moment.").arg(m_where).arg(status);
}

QString ServerFailures::keySentence() const
{
    if (!m_mask.hasSecret())
        return tr("The server at %1 asks for an API key. Enter one in Settings, or set %2, then "
                  "try again.")
            .arg(m_where, m_secretVariable);
    if (!m_isSecretFromVariable)
        return tr("The server at %1 did not accept the API key. Enter it again in Settings, then "
                  "try again.")
            .arg(m_where);
    return tr("The server at %1 did not accept the API key. Check the key in %2, then try again.")
        .arg(m_where, m_secretVariable);
}

QString ServerFailures::waitSentence(std::chrono::seconds wait) const
{
    constexpr std::chrono::minutes shortWait { 2 };
    if (wait < shortWait)
        return tr("The server at %1 has had too many requests. Wait %n second(s), then try again.",
            nullptr, int(wait.count()))
            .arg(m_where);
    return tr("The server at %1 has had too many requests. Wait %n minute(s), then try again.",
        nullptr, int(std::chrono::ceil<std::chrono::minutes>(wait).count()))
        .arg(m_where);
}

QString ServerFailures::networkSentence(QNetworkReply::NetworkError error) const
{
    if (m_role == ServerRole::RoadmapService) {
        if (QString sentence = serviceNetworkSentence(error); !sentence.isEmpty())
            return sentence;
    }
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return tr("Nothing answers at %1. Start the model server there, or check the address.")
            .arg(m_where);
    case QNetworkReply::HostNotFoundError:
        return tr("The address %1 cannot be found. Check it and your network connection.")
            .arg(m_where);
    case QNetworkReply::SslHandshakeFailedError:
        return tr("What answers at %1 does not speak TLS, or not as it should. Check the address: "
                  "it begins with http:// where the server knows no https.")
            .arg(m_where);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // Qt wanted to send again after just that
    case QNetworkReply::ProtocolFailure: // a server that ends a stream of HTTP/2
    case QNetworkReply::InternalServerError: // the same, with a code that says more
        return tr("The server at %1 closed the connection without an answer. Check that it is "
                  "still running, then try again.")
            .arg(m_where);
    default:
        return tr("The server at %1 cannot be reached. Check the address and your network "
                  "connection.")
            .arg(m_where);
    }
}

QString ServerFailures::trustSentence(
    QSslError::SslError error, const QByteArray& fingerprint) const
{
    const bool isHub = m_role == ServerRole::RoadmapService && !fingerprint.isEmpty();
    switch (error) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return tr(
            "The certificate of %1 is not valid today. Check this computer's date; if that is "
            "right, whoever runs the server has to renew the certificate.")
            .arg(m_where);
    case QSslError::HostNameMismatch:
        if (isHub)
            return fingerprintSentence(fingerprint);
        return tr("What answers at %1 shows the certificate of another server. Check the address; "
                  "nothing was sent there.")
            .arg(m_where);
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        if (isHub)
            return fingerprintSentence(fingerprint);
        return tr(
            "This computer does not know who vouches for the certificate of %1. If it is your "
            "school's or company's own, choose the file of its authority in the network settings; "
            "nothing was sent there.")
            .arg(m_where);
    default:
        return tr("No secure connection to %1 could be made. Check the address and this "
                  "computer's date; a server without a valid certificate is not trusted.")
            .arg(m_where);
    }
}

QString ServerFailures::withWords(const QString& sentence, const ServerWords& words) const
{
    const QString said = line(words.text.isEmpty() ? words.type : words.text);
    if (said.isEmpty())
        return sentence;
    //: %1 is a whole sentence of ours, %2 what the server said.
    return tr("%1 The server says: %2").arg(sentence, said);
}

QString ServerFailures::line(const QString& foreign) const
{
    return shortLine(m_mask.without(plainLine(foreign)), sentenceLimit);
}

QString ServerFailures::paragraph(const QString& foreign) const
{
    return shortened(m_mask.without(plainText(foreign)).trimmed(), detailsLimit);
}

} // namespace roadloom
