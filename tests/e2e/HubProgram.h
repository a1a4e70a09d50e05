// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/e2e/Program.h"

#include <QRegularExpression>
#include <QTest>

namespace roadloom::test {

/// `roadloom serve` in a child process, until the test ends.
class HubProgram {
public:
    /// At a port that the system chooses, or at the one it had before. False if it does not serve.
    [[nodiscard]] bool start(const QStringList& options = {})
    {
        m_program.start(QStringList { QStringLiteral("serve"), QStringLiteral("--listen"),
                            QStringLiteral("127.0.0.1:%1").arg(m_port) }
            + options);
        return QTest::qWaitFor(
            [this] {
                static const QRegularExpression place(
                    QStringLiteral("https?://127\\.0\\.0\\.1:(\\d+)"));
                const QString said = QString::fromUtf8(m_program.err());
                const QRegularExpressionMatch found = place.match(said);
                if (found.hasMatch()) {
                    m_url = found.captured();
                    m_port = found.captured(1).toUShort();
                }
                return found.hasMatch();
            },
            30'000);
    }
    [[nodiscard]] Program& program() { return m_program; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const QString& url() const { return m_url; }

private:
    Program m_program;
    QString m_url;
    quint16 m_port = 0;
};

} // namespace roadloom::test
