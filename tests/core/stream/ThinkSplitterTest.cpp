// SPDX-License-Identifier: Apache-2.0
#include "core/stream/ThinkSplitter.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class ThinkSplitterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsReasoningFromText_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("reasoning");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& answer, const QString& reasoning,
                             const QString& text) {
            QTest::addRow("%s", name) << answer << reasoning << text;
        };
        row("tags first", u"<think>Hm.</think>\n\nYes."_s, u"Hm."_s, u"Yes."_s);
        row("blanks before", u" \n<think>\nHm.\n</think>Yes."_s, u"\nHm.\n"_s, u"Yes."_s);
        row("the longer tag", u"<thinking>a < b</thinking>Yes."_s, u"a < b"_s, u"Yes."_s);
        row("the other closing tag is text", u"<think>a</thinking>b</think>c"_s, u"a</thinking>b"_s,
            u"c"_s);
        row("never closed", u"<think>Hm. </thi"_s, u"Hm. </thi"_s, {});
        row("nothing behind", u"<think>Hm.</think>\n"_s, u"Hm."_s, {});
        row("empty", u"<think></think>Yes."_s, {}, u"Yes."_s);
        row("later on", u"Yes <think>no</think>."_s, {}, u"Yes <think>no</think>."_s);
        row("a second time", u"<think>a</think>b<think>c</think>"_s, u"a"_s,
            u"b<think>c</think>"_s);
        row("like a tag", u"<thin ice>"_s, {}, u"<thin ice>"_s);
        row("half a tag", u" <thi"_s, {}, u" <thi"_s);
        row("blanks only", u" \n"_s, {}, u" \n"_s);
        row("nothing", {}, {}, {});
    }

    void tellsReasoningFromText()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, reasoning);
        QFETCH(const QString, text);
        for (qsizetype size = 1; size <= answer.size() + 1; ++size) {
            ThinkSplitter splitter;
            QString thought;
            QString said;
            const auto collect = [&](const ThinkSplitter::Parts& parts) {
                thought += parts.reasoning;
                said += parts.text;
            };
            for (qsizetype at = 0; at < answer.size(); at += size)
                collect(splitter.take(answer.mid(at, size)));
            collect(splitter.finish());
            QCOMPARE(thought, reasoning);
            QCOMPARE(said, text);
        }
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ThinkSplitterTest)
#include "ThinkSplitterTest.moc"
