// SPDX-License-Identifier: Apache-2.0
#include "app/ColumnText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class ColumnTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void elidesToColumns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("elided");
        QTest::newRow("fits") << u"Waiting"_s << 7 << u"Waiting"_s;
        QTest::newRow("too long") << u"Waiting"_s << 6 << u"Waiti…"_s;
        QTest::newRow("Chinese fits") << u"正在等待"_s << 8 << u"正在等待"_s;
        QTest::newRow("Chinese") << u"正在等待"_s << 7 << u"正在等…"_s;
        QTest::newRow("half a character does not fit") << u"正在等待"_s << 6 << u"正在…"_s;
        QTest::newRow("mixed") << u"[40 %] 正在"_s << 9 << u"[40 %] …"_s;
        QTest::newRow("combining") << u"e\u0301e\u0301"_s << 2 << u"e\u0301e\u0301"_s;
        QTest::newRow("beyond the BMP") << u"\U0001F680\U0001F680"_s << 3 << u"\U0001F680…"_s;
        QTest::newRow("no room") << u"Waiting"_s << 0 << QString();
    }

    void elidesToColumns()
    {
        QFETCH(const QString, text);
        QFETCH(const int, columns);
        QFETCH(const QString, elided);
        QCOMPARE(elidedToColumns(text, columns), elided);
        QVERIFY(columnsOf(elidedToColumns(text, columns)) <= columns);
    }

    void padsToColumns()
    {
        QCOMPARE(paddedToColumns(u"ab"_s, 4), u"ab  "_s);
        QCOMPARE(paddedToColumns(u"正在"_s, 5), u"正在 "_s);
        QCOMPARE(paddedToColumns(u"正在"_s, 2), u"正在"_s);
    }
};

QTEST_GUILESS_MAIN(ColumnTextTest)
#include "ColumnTextTest.moc"
