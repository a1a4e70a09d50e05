// SPDX-License-Identifier: Apache-2.0
#include "core/base/WordCount.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class WordCountTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("words");
        QTest::addRow("nothing") << QString() << qint64(0);
        QTest::addRow("blanks and marks") << u" …, \n"_s << qint64(0);
        QTest::addRow("English") << u"Learn 2 things, slowly."_s << qint64(4);
        QTest::addRow("Chinese") << u"学习编程。"_s << qint64(4);
        QTest::addRow("mixed") << u"学Python3吧"_s << qint64(3);
    }

    void countsWords()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, words);
        for (qsizetype split = 0; split <= text.size(); ++split) {
            WordCount count;
            count.add(QStringView(text).first(split));
            count.add(QStringView(text).sliced(split));
            QCOMPARE(count.words(), words);
        }
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::WordCountTest)
#include "WordCountTest.moc"
