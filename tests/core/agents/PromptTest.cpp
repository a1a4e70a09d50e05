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
        for (const QString& agent : { u"curriculum_outline"_s, u"stage_design"_s,
                 u"structure_validator"_s, u"roadmap_editor"_s })
            QTest::addRow("%s", qPrintable(agent)) << agent << PromptValues {};
        const PromptValues analysed { { u"request"_s, u"R!"_s }, { u"intent"_s, u"I!"_s } };
        PromptValues outlined = analysed;
        outlined.insert(u"outline"_s, u"O!"_s);
        outlined.insert(u"stage"_s, u"S!"_s);
        QTest::newRow("outlined wish") << u"outlined_wish"_s << outlined;
        PromptValues designed = analysed;
        designed.insert(u"roadmap"_s, u"D!"_s);
        QTest::newRow("designed roadmap") << u"designed_roadmap"_s << designed;
        QTest::newRow("roadmap changes")
            << u"roadmap_changes"_s
            << PromptValues { { u"request"_s, u"R!"_s }, { u"roadmap"_s, u"D!"_s },
                   { u"changes"_s, u"C!"_s } };
        QTest::newRow("repair concepts")
            << u"repair_concepts"_s
            << PromptValues { { u"concepts"_s, u"C!"_s }, { u"problems"_s, u"P!"_s } };
        QTest::newRow("wish") << u"wish"_s << PromptValues { { u"request"_s, u"R!"_s } };
        QTest::newRow("analysed wish") << u"analysed_wish"_s << analysed;
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
