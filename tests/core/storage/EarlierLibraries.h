// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

namespace roadloom {

/// Rows of the libraries that earlier versions have left, see tests/data/library: the version, what
/// was done in it since (SQL), and its one roadmap's title and how many versions of it are there.
inline void addEarlierLibraries()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("done");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("versions");
    const QString designed = QStringLiteral("Python programming: a learning path");
    QTest::newRow("1") << 1 << QString() << designed << 1;
    QTest::newRow("2") << 2 << QString() << designed << 2;
    QTest::newRow("2, renamed") << 2
                                << QStringLiteral("UPDATE roadmaps SET title = 'Mine', roadmap ="
                                                  " json_set(roadmap, '$.title', 'Mine')")
                                << QStringLiteral("Mine") << 2;
    QTest::newRow("3") << 3 << QString() << designed << 2;
}

} // namespace roadloom
