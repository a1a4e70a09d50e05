// SPDX-License-Identifier: Apache-2.0
#include "PseudoTranslator.h"
#include "RunWindow.h"
#include "core/storage/AppearanceBook.h"
#include "ui/look/FoldButton.h"
#include "ui/look/LiveLook.h"
#include "ui/look/SystemAppearance.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QTest>

#include <functional>

using namespace roadloom;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget& widget, const QString& text)
{
    return u"%1 \"%2\" has %3 x %4, wants %5 x %6"_s
        .arg(QLatin1StringView(widget.metaObject()->className()), text.left(60))
        .arg(widget.width())
        .arg(widget.height())
        .arg(widget.sizeHint().width())
        .arg(widget.sizeHint().height());
}

/// Reaches beyond what holds it, which is not a part of it that scrolls.
bool isCut(const QWidget& widget)
{
    const QWidget* const holder = widget.parentWidget();
    return holder != nullptr && !widget.isWindow() && !holder->rect().contains(widget.geometry());
}

bool isTooSmall(const QLabel& label)
{
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
}

bool isTooSmall(const QWidget& widget)
{
    return widget.sizeHint().width() > widget.width()
        || widget.sizeHint().height() > widget.height();
}

/// What of a window cannot be read whole, though it is shown.
QStringList clippedTexts(const QWidget& window)
{
    QStringList found;
    for (const QLabel* const label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty() && (isTooSmall(*label) || isCut(*label)))
            found.append(nameOf(*label, label->text()));
    }
    for (const QAbstractButton* const button : window.findChildren<QAbstractButton*>()) {
        const bool isQts = button->objectName().startsWith(u"qt_"_s)
            || button->parent()->objectName().startsWith(u"qt_"_s)
            || qobject_cast<const QLineEdit*>(button->parent()) != nullptr;
        if (button->isVisible() && !isQts && !button->text().isEmpty()
            && (isTooSmall(*button) || isCut(*button)))
            found.append(nameOf(*button, button->text()));
    }
    for (const QComboBox* const box : window.findChildren<QComboBox*>()) {
        if (box->isVisible() && !box->isEditable() && (isTooSmall(*box) || isCut(*box)))
            found.append(nameOf(*box, box->currentText()));
    }
    return found;
}

/// What scrolls up and down alone, and is wider than the area in which it does.
QStringList tooWideParts(const QWidget& window)
{
    QStringList found;
    for (const QScrollArea* const area : window.findChildren<QScrollArea*>()) {
        if (area->isVisible() && area->widget() != nullptr
            && area->widget()->width() > area->viewport()->width())
            found.append(nameOf(*area, u"%1 wide inside"_s.arg(area->widget()->width())));
    }
    return found;
}

/// Letters of ours that no translator has seen: labels and buttons alone, since a run's words are
/// its agents'.
QStringList plainTexts(const QWidget& window)
{
    QStringList found;
    for (const QAbstractButton* const button : window.findChildren<QAbstractButton*>()) {
        const QString text = button->text();
        const bool hasLetters = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
        if (button->isVisible() && hasLetters && !text.contains(QChar(0x0301)))
            found.append(text);
    }
    return found;
}

void settle()
{
    constexpr int turns = 8;
    for (int i = 0; i < turns; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class RoomForTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("percent");
        for (const QSize size : { QSize(800, 480), QSize(1200, 800) }) {
            for (const auto direction : { Qt::LeftToRight, Qt::RightToLeft }) {
                for (const int percent : { 100, 200 })
                    QTest::addRow("%d x %d, %s, %d %%", size.width(), size.height(),
                        direction == Qt::RightToLeft ? "from right to left" : "from left to right",
                        percent)
                        << size << direction << percent;
            }
        }
    }
    void nothingIsCut()
    {
        QFETCH(const QSize, size);
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, percent);
        QGuiApplication::setLayoutDirection(direction);
        // Twice as large and longer as well is more than a window of this size can hold.
        if (percent == 100)
            QCoreApplication::installTranslator(&m_translator);
        const SystemAppearance system { QDBusConnection(u"none"_s) };
        LiveLook live(system, { .textPercent = percent });
        const QTemporaryDir folder;
        AppearanceBook book { AppearanceSettings(folder.path()) };
        TestSettings settings;
        settings.asksWhoAnswers = true;
        Settings all = settings.all();
        all.appearance = &book;
        ScriptedSource source;
        MainWindow window(source, all, wish());
        window.resize(size);
        window.show();
        settle();
        check(window, u"start page"_s);

        checkSettings(window, settings, size);

        window.start();
        settle();
        check(window, u"a run begins"_s);
        source.emitEvent(ReasoningEvent { u"Hm."_s, analyzer });
        source.emitEvent(AttemptFailedEvent { analyzer, u"The line broke."_s, {} });
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(
            FindingEvent { { u"W1"_s, Severity::Warning, {}, u"Issue."_s, u"Do it."_s } });
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, u"details"_s }, architect });
        settle();
        check(window, u"a run's error"_s);
        live.apply({});
    }

    /// A window whose text grows while it is open needs what one needs that began with it.
    void textGrowsInAnOpenWindow()
    {
        const SystemAppearance system { QDBusConnection(u"none"_s) };
        LiveLook live(system, { .textPercent = 200 });
        const QStringList wanted = wishesOfARun([] {});
        live.apply({});
        const QStringList usual = wishesOfARun([] {});
        QVERIFY(usual != wanted);
        const QStringList grown = wishesOfARun([&live] { live.apply({ .textPercent = 200 }); });
        live.apply({});
        QCOMPARE(grown.size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(grown.at(i), wanted.at(i));
    }

private:
    /// How large everything wants to be, in a window in which something happened.
    static QStringList wishesOfARun(const std::function<void()>& happens)
    {
        TestSettings settings;
        ScriptedSource source;
        MainWindow window(source, settings.all(), wish());
        window.resize(1200, 800);
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(
            FindingEvent { { u"W1"_s, Severity::Warning, {}, u"Issue."_s, u"Do it."_s } });
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, u"details"_s }, architect });
        settle();
        happens();
        settle();
        QStringList found;
        for (const QWidget* const widget : window.findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (label != nullptr && label->text().isEmpty())
                continue; // it measures itself when it gets a text
            if (widget->isVisible() && !widget->objectName().startsWith(u"qt_"_s)
                && widget->layout() == nullptr)
                found.append(u"%1 wants %2 x %3, at least %4, has letters %5 high"_s
                                 .arg(QLatin1StringView(widget->metaObject()->className()))
                                 .arg(widget->sizeHint().width())
                                 .arg(widget->sizeHint().height())
                                 .arg(widget->minimumHeight())
                                 .arg(widget->fontMetrics().height()));
            const auto* view = qobject_cast<const QAbstractItemView*>(widget);
            if (view != nullptr && view->isVisible())
                found.append(u"a row of %1"_s.arg(view->sizeHintForRow(0)));
        }
        return found;
    }

    static bool isPseudo() { return QCoreApplication::translate("", "a") != u"a"_s; }

    static void check(const QWidget& window, const QString& where)
    {
        const QStringList clipped = clippedTexts(window) + tooWideParts(window);
        QVERIFY2(clipped.isEmpty(), qPrintable(where + u":\n"_s + clipped.join(u'\n')));
        const QStringList plain = isPseudo() ? plainTexts(window) : QStringList();
        QVERIFY2(plain.isEmpty(), qPrintable(where + u":\n"_s + plain.join(u'\n')));
    }

    static void checkSettings(MainWindow& window, TestSettings& settings, const QSize& size)
    {
        ConfiguredProviders configured;
        configured.providers.append(setupFrom(*findProvider(u"anthropic")));
        configured.defaultId = configured.providers.constFirst().id;
        static_cast<void>(settings.book().change(configured));
        for (QAction* const action : window.findChildren<QAction*>()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Comma))
                action->trigger();
        }
        auto* const dialog = window.findChild<SettingsDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->resize(QSize(840, 620).boundedTo(size));
        auto* const pages = dialog->findChild<QTabWidget*>();
        for (int i = 0; i < pages->count(); ++i) {
            pages->setCurrentIndex(i);
            settle();
            check(*dialog, u"settings, page %1"_s.arg(i));
        }
        dialog->close();
        settle();
    }

    PseudoTranslator m_translator;
};

QTEST_MAIN(RoomForTextTest)
#include "RoomForTextTest.moc"
