// SPDX-License-Identifier: Apache-2.0
#include "core/stream/ThinkSplitter.h"

#include <QTest>

#include <utility>

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
        row("opened by the prompt", u"Hm.\nWell.\n</think>\n\nYes."_s, u"Hm.\nWell.\n"_s,
            u"Yes."_s);
        row("opened by the prompt, closed in the line", u"Hm.</think>\nYes."_s, u"Hm."_s,
            u"Yes."_s);
        row("opened by the prompt, closed by CRLF", u"Hm.</thinking>\r\nYes."_s, u"Hm."_s,
            u"Yes."_s);
        row("opened by the prompt, closed behind blanks", u"Hm.\n </think>Yes."_s, u"Hm.\n "_s,
            u"Yes."_s);
        row("opened by the prompt, closed at once", u"</think>\n\nYes."_s, {}, u"Yes."_s);
        row("opened by the prompt, nothing behind", u"Hm.\n</think>\n"_s, u"Hm.\n"_s, {});
        row("a second time, opened by the prompt", u"a\n</think>b\n</think>\nc"_s, u"a\n"_s,
            u"b\n</think>\nc"_s);
        row("closed in mid-line", u"{\"a\":\"</think>\"}"_s, {}, u"{\"a\":\"</think>\"}"_s);
        row("closed in mid-line, then opened", u"a </think>b <think>\n</think>\n"_s, {},
            u"a </think>b <think>\n</think>\n"_s);
        row("closed at the end of a line that ends nothing", u"Yes </think>"_s, {},
            u"Yes </think>"_s);
        row("half a closing tag", u"Yes\n</thi"_s, {}, u"Yes\n</thi"_s);
        row("less than", u"a < b\n< c </"_s, {}, u"a < b\n< c </"_s);
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
                if (parts.textWasReasoning)
                    thought += std::exchange(said, {});
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
