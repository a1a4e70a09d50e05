// SPDX-License-Identifier: Apache-2.0
#include "core/http/Fingerprint.h"
#include "core/http/ServerFailures.h"

/// What a roadmap service's failures are called: there is no model to choose and no /v1 to add.
namespace roadloom {

QString ServerFailures::serviceSentenceFor(ErrorKind kind, int status) const
{
    switch (kind) {
    case ErrorKind::Authentication:
        return codeSentence();
    case ErrorKind::Quota:
        return tr("The account of the service at %1 has no credit left. Tell whoever runs it, or "
                  "use another source.")
            .arg(m_where);
    case ErrorKind::NotFound:
        return tr("There is no roadmap service at this address of %1. Check the service's address.")
            .arg(m_where);
    case ErrorKind::RateLimit:
        return tr("The service at %1 has had too many requests. Wait a minute, then try again.")
            .arg(m_where);
    default:
        break;
    }
    if (status == 0)
        return tr("The service at %1 could not make the roadmap. Try again in a moment.")
            .arg(m_where);
    if (status == 413)
        return tr("The request is too long for the service at %1 (HTTP %2). Shorten the goal and "
                  "what you say about yourself.")
            .arg(m_where)
            .arg(status);
    if (status < 500)
        return tr("The service at %1 refused the request (HTTP %2). Change what it objects to, or "
                  "check the service's address.")
            .arg(m_where)
            .arg(status);
    return tr("The service at %1 failed (HTTP %2). Try again in a moment.")
        .arg(m_where)
        .arg(status);
}

QString ServerFailures::codeSentence() const
{
    if (!m_mask.hasSecret())
        return tr("The service at %1 asks for a class code. Join its class with File › Join a "
                  "class…, or set %2, then try again.")
            .arg(m_where, m_secretVariable);
    if (!m_isSecretFromVariable)
        return tr("The service at %1 did not accept the class code. Join its class anew with "
                  "File › Join a class…, then try again.")
            .arg(m_where);
    return tr("The service at %1 did not accept the class code. Check the code in %2, then try "
              "again.")
        .arg(m_where, m_secretVariable);
}

/// Nobody vouches for most hubs but those who see both screens.
QString ServerFailures::fingerprintSentence(const QByteArray& fingerprint) const
{
    return tr("This computer does not know the certificate of the hub at %1; nothing was sent "
              "there. Compare its fingerprint with the one that your teacher's screen shows. If it "
              "is the same, join the class with File › Join a class…, or in a terminal set "
              "ROADLOOM_HUB_FINGERPRINT to it: %2")
        .arg(m_where, shownFingerprint(fingerprint));
}

QString ServerFailures::serviceNetworkSentence(QNetworkReply::NetworkError error) const
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return tr("Nothing answers at %1. Check that the service is running there, and its "
                  "address.")
            .arg(m_where);
    case QNetworkReply::HostNotFoundError:
        return tr("The address %1 cannot be found. Check the service's address and your network "
                  "connection.")
            .arg(m_where);
    case QNetworkReply::SslHandshakeFailedError:
        return tr("No secure connection to %1 could be made. Check the service's address and this "
                  "computer's date; a server without a valid certificate is not trusted.")
            .arg(m_where);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        if (m_usesTls)
            return {};
        return tr("What answers at %1 closed the connection without an answer. If the class uses "
                  "https, its address begins with https://; else check that the service is still "
                  "running.")
            .arg(m_where);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {};
    default:
        return tr("The service at %1 cannot be reached. Check its address and your network "
                  "connection.")
            .arg(m_where);
    }
}

} // namespace roadloom
