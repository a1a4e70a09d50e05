// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

namespace roadloom {

/// Takes a secret out of foreign text: as it is, and as JSON and URLs write it.
class SecretMask {
public:
    /// An empty secret hides nothing.
    explicit SecretMask(const QByteArray& secret = {});

    [[nodiscard]] bool hasSecret() const { return !m_secret.isEmpty(); }
    /// To be asked before anything is shortened, which would leave the secret's first half. A text
    /// that was shortened before may end in such a half: that goes, too.
    [[nodiscard]] QString without(QString foreign) const;

private:
    QString m_secret;
    QRegularExpression m_pattern;
};

} // namespace roadloom
