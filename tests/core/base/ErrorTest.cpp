// SPDX-License-Identifier: Apache-2.0
#include "core/base/Error.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class ErrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsReadBackFromItsName()
    {
        for (int i = 0; i <= int(ErrorKind::Internal); ++i)
            QCOMPARE(errorKindFromName(errorKindName(ErrorKind(i))), ErrorKind(i));
    }

    void otherWordsAreNoKind()
    {
        QCOMPARE(errorKindFromName(u"gremlins"), std::nullopt);
        QCOMPARE(errorKindFromName(u""), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "ErrorTest.moc"
