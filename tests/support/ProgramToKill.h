// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

namespace roadloom {

/// Starts this test's program once more, to work in that folder until it is killed.
inline void startProgramToKill(QProcess& program, const QString& folder)
{
    program.start(
        QCoreApplication::applicationFilePath(), { QStringLiteral("--to-be-killed"), folder });
}

/// The main() of a test that does: runs the test, or works in the folder, as it was started.
template <class Test>
int testOrWork(int argc, char* argv[], int (*work)(const QString& folder))
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--to-be-killed") == 0)
        return work(QString::fromLocal8Bit(argv[2]));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace roadloom
