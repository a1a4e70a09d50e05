// SPDX-License-Identifier: Apache-2.0
// How code, tables, tasks and quotations look among an agent's words.
#include "ui/chat/CodeLook.h"
#include "ui/chat/InertDocument.h"
#include "ui/chat/ProseView.h"
#include "ui/look/Accents.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>
#include <QTextBlock>
#include <QTextList>
#include <QTextTable>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>

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
    void aHeadingHasOneSize_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("simple") << u"Of **all** *its* words, `code` too"_s;
        QTest::newRow("a link") << u"Of **all** *its* words, [a link](https://example.org) too"_s;
        QTest::newRow("a strong link") << u"[**All**](https://example.org) of it"_s;
    }
    void aHeadingHasOneSize()
    {
        QFETCH(const QString, words);
        for (int level = 1; level <= 6; ++level) {
            ProseView view;
            view.appendWords(QString(level, u'#') + u' ' + words + u"\n\nText.\n\n"_s);
            view.finish();
            const QTextBlock heading = view.document()->firstBlock();
            QCOMPARE(heading.blockFormat().headingLevel(), level);
            const QTextCharFormat first = heading.begin().fragment().charFormat();
            for (auto it = heading.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                QVERIFY2(format.hasProperty(QTextFormat::FontSizeAdjustment),
                    qPrintable(it.fragment().text()));
                QCOMPARE(format.intProperty(QTextFormat::FontSizeAdjustment),
                    first.intProperty(QTextFormat::FontSizeAdjustment));
                QCOMPARE(format.fontWeight(), int(QFont::Bold));
            }
        }
    }

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
        const QTextTable& table = *document.find(u"d"_s).currentTable();
        QVERIFY(table.format().border() > 0 && table.format().borderCollapse());
        QCOMPARE(
            document.find(u"e"_s).blockFormat().marker(), QTextBlockFormat::MarkerType::Unchecked);
        QCOMPARE(
            document.find(u"f"_s).blockFormat().marker(), QTextBlockFormat::MarkerType::Checked);
        QCOMPARE(quoteLevelOf(document.find(u"g"_s).block()), 1);
    }

    void wordsLookTheSameBehindOthers_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const char16_t* const text : { u"> a\n> b", u"> a\n> > b", u"> > a\n>\n> b",
                 u"> [a](b)", u"> - a\n> - b", u"## [a](b)", u"---", u"- a\n\n  > b",
                 u"| a |\n| --- |\n| b |", u"    a\n    b", u"[a](b)\n\n# [c](d)\n\n> [e](f)" }) {
            const QString markdown = QString::fromUtf16(text);
            QTest::addRow("%s", qPrintable(markdown)) << markdown;
        }
    }
    void wordsLookTheSameBehindOthers()
    {
        QFETCH(const QString, markdown);
        const auto looksOf = [](const QString& text) {
            ProseView view;
            view.appendWords(text + u"\n\n"_s);
            view.finish();
            view.showPending();
            QStringList looks;
            for (QTextBlock block = view.document()->begin(); block.isValid();
                 block = block.next()) {
                const QTextBlockFormat format = block.blockFormat();
                looks.append(
                    u"%1: quoted %2, heading %3, code %4, list %5, rule %6, left %7, "
                    "below %8"_s.arg(block.text())
                        .arg(quoteLevelOf(block))
                        .arg(format.headingLevel())
                        .arg(isCodeLine(block))
                        .arg(block.textList() != nullptr)
                        .arg(format.hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth))
                        .arg(format.leftMargin())
                        .arg(isCodeLine(block) ? format.bottomMargin() : 0));
            }
            return looks.join(u'\n');
        };
        const QString behind = looksOf(u"Words.\n\n"_s + markdown);
        QCOMPARE(behind.sliced(behind.indexOf(u'\n') + 1), looksOf(markdown));
    }

    /// A cross in a box, as QTextDocument paints it, says the opposite to many.
    void whatIsDoneHasATickInItsBox_data()
    {
        QTest::addColumn<double>("size");
        QTest::newRow("usual") << 1.0;
        QTest::newRow("twice as large") << 2.0;
    }
    void whatIsDoneHasATickInItsBox()
    {
        QFETCH(const double, size);
        ProseView view;
        view.setFont(scaledFont(view.font(), size));
        view.resize(400, 300);
        view.appendWords(u"- [ ] open\n- [x] done\n\n"_s);
        view.finish();
        view.show();
        const QImage image = view.viewport()->grab().toImage();
        const auto boxOf = [&](const QString& words) {
            QTextCursor begin = view.document()->find(words);
            begin.setPosition(begin.selectionStart());
            const QRect line = view.cursorRect(begin);
            const QRgb paper = image.pixel(image.width() - 1, line.center().y());
            QRect box;
            for (int y = line.top(); y <= line.bottom(); ++y) {
                for (int x = 0; x < line.left() - 1; ++x) {
                    if (image.pixel(x, y) != paper)
                        box |= QRect(x, y, 1, 1);
                }
            }
            return image.copy(box);
        };
        const QImage open = boxOf(u"open"_s);
        const QImage done = boxOf(u"done"_s);
        QCOMPARE(open.size(), done.size());
        QVERIFY(std::abs(open.width() - open.height()) <= 1);
        QVERIFY(open.height() * 2 > view.fontMetrics().height());
        // Only a cross goes into the corners.
        const QRgb paper = open.pixel(open.rect().center());
        QVERIFY(done != open);
        const int near = open.width() / 4;
        const int far = open.width() - 1 - near;
        QCOMPARE(open.pixel(near, near), paper);
        QCOMPARE(done.pixel(near, near), paper);
        QCOMPARE(done.pixel(far, far), paper);
    }

    /// Lists that go on behind something else begin with another number than 1.
    void numbersAreThoseOfTheList()
    {
        const auto numbersOf = [](const QString& markdown) {
            ProseView view;
            view.resize(400, 300);
            view.appendWords(markdown);
            view.finish();
            view.show();
            QImage image = view.viewport()->grab().toImage();
            return image.copy(0, 0, int(view.document()->indentWidth()), image.height());
        };
        const QImage fromTen = numbersOf(u"10. one\n11. two\n\n"_s);
        const QImage counted = numbersOf(u"1. one\n"_s.repeated(11) + u"\n"_s).copy();
        QVERIFY(fromTen != numbersOf(u"1. one\n2. two\n\n"_s));
        // The last two of eleven.
        QCOMPARE(
            counted.copy(0, counted.height() - fromTen.height(), fromTen.width(), fromTen.height()),
            fromTen);
    }

    /// However much code there is, another font lays the text out as often.
    void anotherFontComesToAllCodeAtOnce()
    {
        const auto layoutsWith = [](int fences) {
            ProseView view;
            view.resize(400, 300);
            view.show();
            view.appendWords(u"Words.\n\n```py\nif a:\n    b\n```\n\n"_s.repeated(fences));
            view.finish();
            view.showPending();
            int layouts = 0;
            connect(view.document()->documentLayout(),
                &QAbstractTextDocumentLayout::documentSizeChanged, &view,
                [&layouts] { ++layouts; });
            view.setFont(scaledFont(view.font(), 2.0));
            return layouts;
        };
        QVERIFY(layoutsWith(5) > 0);
        QCOMPARE(layoutsWith(20), layoutsWith(10));
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
