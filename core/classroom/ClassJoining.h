// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpExchange.h"

#include <QObject>
#include <QString>
#include <QUrl>

namespace roadloom {

/// Whose class is to be joined, and by whom.
struct ClassPlace {
    QUrl hub; ///< its root, or the base of its API ("…/api/v1")
    QByteArray code {}; ///< of the class
    QString name {}; ///< of the learner, as the teacher is to see it; may be empty
    QString client {}; ///< the same one gets the same seat; see DataFolder::installationId()
    NetworkSettings network {};
    Patience patience {};
    QString codeVariable = QStringLiteral("ROADLOOM_CLASS_CODE"); ///< where the code is to be set
    bool isCodeFromVariable = true; ///< else the learner gave it to Roadloom
};

/// What a seat has after it has joined.
struct ClassTicket {
    QByteArray token; ///< to be sent as a bearer token; printable ASCII
    QString seat {}; ///< its id at the hub; empty where the hub did not tell
    QString name {}; ///< as the hub shows it

    bool operator==(const ClassTicket&) const = default;
};

/// The address below `class/` of a hub, given as in ClassPlace.
[[nodiscard]] QUrl classUrl(const QUrl& hub, QStringView what);

/// What answers there has no class.
[[nodiscard]] Error noClassAt(const ServerFailures& server);

/// Joins a hub's class once: one request, from its making on. Then exactly one of joined and failed
/// comes, from the event loop. Destroying it cancels; from one of its slots only by deleteLater().
class ClassJoining final : public QObject {
    Q_OBJECT
public:
    explicit ClassJoining(const ClassPlace& place, QObject* parent = nullptr);

    /// After it failed: of the certificate that the hub showed and that is not trusted, or is not
    /// the one that is pinned; empty if it is not that. See HttpExchange::peerFingerprint().
    [[nodiscard]] const QByteArray& untrustedFingerprint() const
    {
        return m_exchange.peerFingerprint();
    }
    /// After it failed at an https address: what answers there may well answer without encryption.
    [[nodiscard]] bool hasMetNoTls() const { return m_exchange.hasMetNoTls(); }

Q_SIGNALS:
    void waitChanged(const roadloom::Wait& wait);
    void joined(const roadloom::ClassTicket& ticket);
    /// ErrorKind::NotFound: there is no class to be joined there.
    /// ErrorKind::Authentication: not with this code.
    void failed(const roadloom::Error& error);

private:
    void take(QByteArrayView bytes);
    void conclude();
    void fail(const Error& error);

    ServerFailures m_failures;
    QByteArray m_answer;
    HttpExchange m_exchange;
};

} // namespace roadloom
