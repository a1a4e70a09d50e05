// SPDX-License-Identifier: Apache-2.0
#include "app/EventPrinter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

ChunkEvent words(const QString& text, const QString& stage = {})
{
    return { text, AgentId::CurriculumArchitect, stage };
}

MendedEvent mended()
{
    return { { .rule = u"S5"_s, .location = {}, .what = u"Half an hour."_s },
        AgentId::CurriculumArchitect };
}

QString printed(const QList<AgentEvent>& events)
{
    QByteArray out;
    const auto printer
        = makePrinter(OutputFormat::Text, [&out](const QByteArray& utf8) { out += utf8; });
    for (const AgentEvent& event : events)
        printer->print(event);
    return QString::fromUtf8(out);
}

} // namespace

class TextPrinterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsMendedMeanwhileLeavesTheWordsAlone_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("text");
        QTest::newRow("within JSON") << u"So.\n```json\n{\"a\":"_s << u"1}\n```\nThus."_s
                                     << u"So.\n[Corrected automatically: Half an hour.]\nThus.\n"_s;
        QTest::newRow("within a line")
            << u"So it "_s << u"goes on."_s
            << u"So it \n[Corrected automatically: Half an hour.]\ngoes on.\n"_s;
        QTest::newRow("between lines")
            << u"So.\n"_s << u"Thus."_s
            << u"So.\n[Corrected automatically: Half an hour.]\nThus.\n"_s;
    }

    void whatIsMendedMeanwhileLeavesTheWordsAlone()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, text);
        const QString all
            = printed({ words(before, u"stage-1"_s), mended(), words(after, u"stage-1"_s),
                CompleteEvent { CurriculumDesign {}, AgentId::CurriculumArchitect } });
        QCOMPARE(all, "[Design]\n"_L1 + text);
    }

    void whatIsMendedAfterAnAnswerIsALineOfItsOwn()
    {
        const QString all = printed({ words(u"So.\n```json\n{}\n```"_s), mended(), mended(),
            CompleteEvent { CurriculumDesign {}, AgentId::CurriculumArchitect } });
        QCOMPARE(all,
            u"[Design]\nSo.\n[Corrected automatically: Half an hour.]\n"
            "[Corrected automatically: Half an hour.]\n"_s);
    }
};

QTEST_GUILESS_MAIN(TextPrinterTest)
#include "TextPrinterTest.moc"
