// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/http/SecretMask.h"
#include "core/http/ServerWords.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

#include <chrono>

namespace roadloom {

/// What the server is to the learner: it decides which advice fits.
enum class ServerRole { Model, RoadmapService };

/// Whom the sentences are about.
struct ServerDescription {
    QUrl url {}; ///< host and port are shown
    QByteArray secret {}; ///< must appear in no message; empty: none is sent
    QString secretVariable = QStringLiteral("ROADLOOM_API_KEY"); ///< where it is, or is to be, set
    bool isSecretFromVariable = true; ///< else the learner gave it to Roadloom
    ServerRole role = ServerRole::Model;
    QString usualUrl = QStringLiteral("http://127.0.0.1:8080/v1"); ///< what a base URL looks like
};

/// Words every failure of talking to one server: the one place where kind, sentence and
/// details are made. What the server said is foreign text: the key is taken out of it wherever it
/// occurs, control characters too, and it is bounded.
class ServerFailures {
    Q_DECLARE_TR_FUNCTIONS(roadloom::ServerFailures)
public:
    explicit ServerFailures(const ServerDescription& server);
    /// A model server.
    explicit ServerFailures(const QUrl& server = {}, const QByteArray& secret = {});

    /// Host and port, as the sentences name them.
    [[nodiscard]] const QString& where() const { return m_where; }

    /// A status that is neither success nor a redirect.
    [[nodiscard]] Error httpStatus(
        int status, QByteArrayView body, std::optional<std::chrono::seconds> retryAfter = {}) const;
    /// A 3xx; `target` is where it pointed, resolved.
    [[nodiscard]] Error redirect(int status, const QUrl& target) const;
    /// Redirects that do not end.
    [[nodiscard]] Error redirectLoop(int count) const;
    /// An error that came where the answer should be.
    [[nodiscard]] Error insteadOfAnswer(const ServerWords& words, QByteArrayView raw) const;
    /// The server will not answer, for a reason that it names.
    [[nodiscard]] Error refused(const QString& reason) const;
    /// A failure that the server has worded for the learner, as another Roadloom does.
    [[nodiscard]] Error worded(
        ErrorKind kind, const QString& sentence, const QString& details) const;
    [[nodiscard]] Error webPage(QByteArrayView start) const;
    [[nodiscard]] Error emptyBody() const;
    /// The body is something, but no chat completion.
    [[nodiscard]] Error notAnAnswer(QByteArrayView start) const;
    /// The body is something, but no list of models.
    [[nodiscard]] Error noModelList(QByteArrayView start) const;
    [[nodiscard]] Error cut(const QString& technical = {}) const;
    [[nodiscard]] Error silence(std::chrono::milliseconds limit) const;
    [[nodiscard]] Error tooLarge(qint64 limitBytes) const;
    /// The request could not even be handed over within the limit.
    [[nodiscard]] Error noConnection(std::chrono::milliseconds limit) const;
    /// The server at the other end of TLS is not, or not surely, the one that is wanted.
    [[nodiscard]] Error notTrusted(
        QSslError::SslError error, const QByteArray& fingerprint, const QString& technical) const;
    /// It shows another certificate than the one that is pinned.
    [[nodiscard]] Error otherCertificate(const QByteArray& fingerprint) const;
    /// A certificate is pinned, but the address is not one of TLS.
    [[nodiscard]] Error withoutTls() const;
    /// No response head came.
    [[nodiscard]] Error notReached(
        QNetworkReply::NetworkError error, const QString& technical) const;
    /// The same behind a proxy.
    [[nodiscard]] Error noConnectionThroughProxy(std::chrono::milliseconds limit) const;
    /// A proxy is not there, refuses, or does not reach the server.
    [[nodiscard]] Error stoppedByProxy(const QString& technical) const;
    [[nodiscard]] Error unusableEndpoint(const QString& technical) const;

private:
    [[nodiscard]] Error make(
        ErrorKind kind, const QString& sentence, const QString& details = {}) const;
    [[nodiscard]] Error makeTransient(
        ErrorKind kind, const QString& sentence, const QString& details = {}) const;
    [[nodiscard]] QString keySentence() const;
    [[nodiscard]] QString sentenceFor(ErrorKind kind, int status) const;
    [[nodiscard]] QString serviceSentenceFor(ErrorKind kind, int status) const;
    [[nodiscard]] QString codeSentence() const;
    [[nodiscard]] QString waitSentence(std::chrono::seconds wait) const;
    [[nodiscard]] QString trustSentence(
        QSslError::SslError error, const QByteArray& fingerprint) const;
    [[nodiscard]] QString fingerprintSentence(const QByteArray& fingerprint) const;
    [[nodiscard]] QString networkSentence(QNetworkReply::NetworkError error) const;
    [[nodiscard]] QString serviceNetworkSentence(QNetworkReply::NetworkError error) const;
    [[nodiscard]] QString withWords(const QString& sentence, const ServerWords& words) const;
    [[nodiscard]] QString line(const QString& foreign) const;
    [[nodiscard]] QString paragraph(const QString& foreign) const;

    QString m_where;
    SecretMask m_mask;
    QString m_secretVariable;
    QString m_usualUrl;
    ServerRole m_role;
    bool m_isSecretFromVariable;
    bool m_usesTls;
};

} // namespace roadloom
