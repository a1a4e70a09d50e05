// SPDX-License-Identifier: Apache-2.0
// How code, tables, tasks and quotations look among an agent's words.
#include "ui/chat/CodeLook.h"
#include "ui/chat/InertDocument.h"
#include "ui/chat/ProseView.h"
#include "ui/look/Accents.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>
#include <QTextBlock>
#include <QTextTable>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

bool shows(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return !label->isHidden() && label->text().contains(text);
    });
}

} // namespace

class ProseLookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codeIsCopiedAsItWas()
    {
        const QString line = u"x = 1 "_s.repeated(1000);
        ProseView view;
        view.resize(400, 300);
        view.show();
        const QString text = u"```py\n"_s + line + u"\n\n  y\n```\nThen.\n\n"_s;
        for (const QChar character : text)
            view.appendWords(QString(character));
        view.finish();
        QTRY_VERIFY(!view.hasPending());
        view.finish();
        const auto buttons = view.findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 1);
        QCOMPARE(buttons[0]->accessibleName(), u"Copy code"_s);
        QVERIFY(shows(view, u"Python"_s));
        buttons[0]->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), line + u"\n\n  y"_s);
        QCOMPARE(buttons[0]->text(), u"Copied"_s);
        QTRY_COMPARE(buttons[0]->text(), u"Copy"_s);
    }

    void tokensCanBeReadInLightAndDark_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("dark") << QColor(30, 30, 30) << QColor(220, 220, 220);
    }
    void tokensCanBeReadInLightAndDark()
    {
        QFETCH(const QColor, base);
        QFETCH(const QColor, text);
        QPalette colors;
        colors.setColor(QPalette::Base, base);
        colors.setColor(QPalette::Text, text);
        ProseView view;
        view.appendWords(
            u"- a\n  ```py\n  if 1: return 'x' # c\n  ```\n\n```js\nif (1) 'x' // c\n"_s);
        view.finish();
        view.setPalette(colors);
        int tokens = 0;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); isCodeLine(block) && !it.atEnd(); ++it, ++tokens) {
                const QColor ink = it.fragment().charFormat().foreground().color();
                QVERIFY(contrastRatio(ink, codeFill(colors)) >= 4.5);
            }
        }
        QVERIFY(tokens >= 10);
    }

    void tablesTasksAndQuotationsAreSeen()
    {
        ProseView view;
        view.appendWords(u"| a | b |\n| --- | --- |\n| c | d |\n\n- [ ] e\n- [x] f\n\n> g\n\n"_s);
        view.finish();
        const QTextDocument& document = *view.document();
        const QTextTable* const table = document.find(u"d"_s).currentTable();
        QVERIFY(table != nullptr);
        QVERIFY(table->format().border() > 0 && table->format().borderCollapse());
        QCOMPARE(
            document.find(u"e"_s).blockFormat().marker(), QTextBlockFormat::MarkerType::Unchecked);
        QCOMPARE(
            document.find(u"f"_s).blockFormat().marker(), QTextBlockFormat::MarkerType::Checked);
        QCOMPARE(quoteLevelOf(document.find(u"g"_s).block()), 1);
    }

    /// A line that is not closed yet is code already; what may close it is not shown.
    void anOpenFenceIsCode()
    {
        ProseView view;
        view.appendWords(u"Now:\n\n```py\nif a:\n  b"_s);
        QTRY_VERIFY(!view.hasPending());
        QCOMPARE(view.toPlainText(), u"Now:\nif a:\n  b"_s);
        QVERIFY(isCodeLine(view.document()->lastBlock()));
        view.appendWords(u"\n``"_s);
        QTRY_VERIFY(!view.hasPending());
        QCOMPARE(view.toPlainText(), u"Now:\nif a:\n  b"_s);
        view.appendWords(u"`\nThen."_s);
        QTRY_COMPARE(view.toPlainText(), u"Now:\nif a:\n  b\nThen."_s);
        QVERIFY(!isCodeLine(view.document()->lastBlock()));
    }
};

QTEST_MAIN(ProseLookTest)
#include "ProseLookTest.moc"
