// SPDX-License-Identifier: Apache-2.0
#include "core/agents/Prompt.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class PromptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPromptExistsInBothLanguages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<PromptValues>("values");
        QTest::newRow("intent analyzer") << u"intent_analyzer"_s << PromptValues {};
        QTest::newRow("architect") << u"curriculum_architect"_s << PromptValues {};
        QTest::newRow("wish") << u"wish"_s << PromptValues { { u"request"_s, u"R!"_s } };
        QTest::newRow("analysed wish")
            << u"analysed_wish"_s
            << PromptValues { { u"request"_s, u"R!"_s }, { u"intent"_s, u"I!"_s } };
        QTest::newRow("structured answer") << u"structured_answer"_s << PromptValues {};
        QTest::newRow("repair") << u"repair"_s << PromptValues { { u"problems"_s, u"P!"_s } };
    }

    void everyPromptExistsInBothLanguages()
    {
        QFETCH(const QString, name);
        QFETCH(const PromptValues, values);
        const QString english = renderPrompt(name, Language::English, values);
        const QString chinese = renderPrompt(name, Language::Chinese, values);
        QCOMPARE(languageOfText(english), Language::English);
        QCOMPARE(languageOfText(chinese), Language::Chinese);
        for (const QString& prompt : { english, chinese }) {
            QVERIFY(!prompt.contains(u"{{"_s));
            for (const QString& value : values)
                QCOMPARE(prompt.count(value), 1);
        }
    }

    void aValueThatLooksLikeAPlaceholderStaysAsItIs()
    {
        const QString prompt = renderPrompt(
            u"wish"_s, Language::English, { { u"request"_s, u"{{request}} {{other}}"_s } });
        QVERIFY(prompt.contains(u"{{request}} {{other}}"_s));
    }
};

QTEST_GUILESS_MAIN(PromptTest)
#include "PromptTest.moc"
