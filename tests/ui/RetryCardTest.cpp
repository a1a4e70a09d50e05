// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/RetryCard.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

const QString reason = u"The server is <b>busy</b>."_s;

QStringList textsOf(const RetryCard& card)
{
    QStringList texts;
    for (const QLabel* const label : card.findChildren<QLabel*>())
        if (label->isVisibleTo(&card))
            texts.append(label->text());
    return texts;
}

bool hasButtons(const RetryCard& card)
{
    const auto buttons = card.findChildren<QPushButton*>();
    return std::ranges::any_of(
        buttons, [&card](const QPushButton* button) { return button->isVisibleTo(&card); });
}

} // namespace

class RetryCardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhyAndWhen()
    {
        const RetryCard card(reason, 3500ms);
        QVERIFY(card.isCountingDown());
        QVERIFY(textsOf(card).contains(reason));
        QVERIFY(textsOf(card).contains(u"Trying again in 4 s"_s));
        QVERIFY(hasButtons(card));
        QCOMPARE(card.accessibleDescription(), reason);
        for (const QLabel* const label : card.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void countsDown()
    {
        const RetryCard card(reason, 3010ms);
        QTRY_VERIFY(textsOf(card).contains(u"Trying again in 3 s"_s));
    }

    void aLongPauseIsInMinutes()
    {
        const RetryCard card(reason, 89500ms);
        QVERIFY(textsOf(card).contains(u"Trying again in 1 min 30 s"_s));
    }

    void becomesANoteWhenTheTimeIsOver()
    {
        RetryCard card(reason, 1ms);
        const QSignalSpy ended(&card, &RetryCard::countdownEnded);
        QTRY_VERIFY(!card.isCountingDown());
        QCOMPARE(ended.count(), 1);
        QCOMPARE(textsOf(card), QStringList { u"Tried again after: "_s + reason });
        QVERIFY(!hasButtons(card));
        QCOMPARE(card.tone(), Tone::Plain);
        card.noteTriedAgain();
        card.noteStopped();
        QCOMPARE(ended.count(), 1);
        QCOMPARE(textsOf(card), QStringList { u"Tried again after: "_s + reason });
    }

    void canBeHurried()
    {
        RetryCard card(reason, 1h);
        const QSignalSpy hurried(&card, &RetryCard::retryNowRequested);
        card.findChildren<QPushButton*>().at(0)->click();
        QCOMPARE(hurried.count(), 1);
        QCOMPARE(textsOf(card), QStringList { u"Tried again after: "_s + reason });
        QVERIFY(!hasButtons(card));
    }

    void canBeStopped()
    {
        RetryCard card(reason, 1h);
        const QSignalSpy stopped(&card, &RetryCard::stopRequested);
        card.findChildren<QPushButton*>().at(1)->click();
        QCOMPARE(stopped.count(), 1);
        card.noteStopped();
        QCOMPARE(textsOf(card), QStringList { u"Not tried again after: "_s + reason });
        QVERIFY(!hasButtons(card));
    }

    void countsTheTriesInsteadOfRepeatingItself()
    {
        RetryCard card(reason, 1h);
        card.noteFailedAgain(u"Still busy."_s, 89500ms);
        QVERIFY(card.isCountingDown());
        QCOMPARE(textsOf(card),
            (QStringList {
                u"2 tries failed"_s, u"Still busy."_s, u"Trying again in 1 min 30 s"_s }));
        QVERIFY(hasButtons(card));
        QCOMPARE(card.tone(), Tone::Caution);
        card.noteFailedAgain(u"Busy as ever."_s, 1ms);
        QTRY_VERIFY(!card.isCountingDown());
        QCOMPARE(textsOf(card),
            QStringList { u"Tried again 3 time(s), the last time after: Busy as ever."_s });
        QCOMPARE(card.tone(), Tone::Plain);
    }

    void usesOneVerb()
    {
        const RetryCard card(reason, 1h);
        const auto buttons = card.findChildren<QPushButton*>();
        QCOMPARE(buttons.at(0)->text().remove(u'&'), u"Try again now"_s);
        QCOMPARE(buttons.at(1)->text().remove(u'&'), u"Stop"_s);
    }

    /// A key that is already on its way must not press what comes next.
    void keepsTheKeyboardWhenItsButtonsGo()
    {
        QWidget window;
        auto* const card = new RetryCard(reason, 1h);
        auto* const next = new QPushButton;
        auto* const column = new QVBoxLayout(&window);
        column->addWidget(card);
        column->addWidget(next);
        window.show();
        card->findChildren<QPushButton*>().at(0)->setFocus();
        card->noteTriedAgain();
        QCOMPARE(window.focusWidget(), card);
    }
};

QTEST_MAIN(RetryCardTest)
#include "RetryCardTest.moc"
