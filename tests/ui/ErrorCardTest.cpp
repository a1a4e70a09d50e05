// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ErrorCard.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What is to be pressed, without mnemonics.
QStringList buttonsOf(const ErrorCard& card)
{
    QStringList texts;
    for (const QPushButton* const button : card.findChildren<QPushButton*>())
        if (button->isVisibleTo(&card))
            texts.append(button->text().remove(u'&'));
    return texts;
}

QStringList textsOf(const ErrorCard& card)
{
    QStringList texts;
    for (const QLabel* const label : card.findChildren<QLabel*>())
        if (label->isVisibleTo(&card))
            texts.append(label->text());
    return texts;
}

} // namespace

class ErrorCardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offersFirstWhatHelps_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("passes");
        QTest::addColumn<QString>("help");
        const auto row = [](const char* name, ErrorKind kind, bool passes, const QString& help) {
            QTest::newRow(name) << kind << passes << help;
        };
        const QString settings = u"Open settings…"_s;
        row("no key", ErrorKind::Authentication, false, settings);
        row("no credit", ErrorKind::Quota, false, settings);
        row("no such model", ErrorKind::NotFound, false, settings);
        row("not filled in", ErrorKind::InvalidInput, false, settings);
        row("refused, not trusted", ErrorKind::Network, false, settings);
        row("line broke", ErrorKind::Network, true, {});
        row("silence", ErrorKind::Timeout, false, settings);
        row("not reached in time", ErrorKind::Timeout, true, {});
        row("a web page", ErrorKind::Protocol, false, settings);
        row("overloaded", ErrorKind::Server, true, {});
        row("too many requests", ErrorKind::RateLimit, true, {});
        row("cut", ErrorKind::Cut, true, {});
        row("useless", ErrorKind::BadOutput, false, {});
        row("not in the library", ErrorKind::NotCovered, false, u"Add a model…"_s);
    }
    void offersFirstWhatHelps()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const bool, passes);
        QFETCH(const QString, help);
        ErrorCard card(
            { .kind = kind, .message = u"Wrong."_s, .details = {}, .isTransient = passes });
        // Where trying again would fail again, another goal helps.
        const bool isFutile = kind == ErrorKind::NotCovered;
        QStringList expected { help, isFutile ? u"Change the goal"_s : u"Try again"_s };
        expected.removeAll(QString());
        QCOMPARE(buttonsOf(card), expected);
        // Which is no failure, then.
        QCOMPARE(card.tone() == Tone::Danger, !isFutile);
        QCOMPARE(textsOf(card).contains(u"This did not work out"_s), !isFutile);

        const QSignalSpy cures(&card, &ErrorCard::cureRequested);
        const QSignalSpy retries(&card, &ErrorCard::retryRequested);
        card.findChildren<QPushButton*>().constFirst()->click();
        card.findChildren<QPushButton*>().constLast()->click();
        QCOMPARE(cures.count() + retries.count(), 2);
        QCOMPARE(retries.isEmpty(), isFutile);
    }

    void offersTheBuiltInCoursesWhereNobodyIsReached_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("helps");
        QTest::newRow("not reached") << ErrorKind::Network << true;
        QTest::newRow("silence") << ErrorKind::Timeout << true;
        QTest::newRow("out of order") << ErrorKind::Server << true;
        QTest::newRow("too many requests") << ErrorKind::RateLimit << true;
        QTest::newRow("gone") << ErrorKind::Cut << true;
        QTest::newRow("no code") << ErrorKind::Authentication << false;
        QTest::newRow("useless") << ErrorKind::BadOutput << false;
        QTest::newRow("not in the library") << ErrorKind::NotCovered << false;
    }
    void offersTheBuiltInCoursesWhereNobodyIsReached()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const bool, helps);
        const QString builtIn = u"Use the built-in courses"_s;
        const Error error { kind, u"Wrong."_s, {} };
        ErrorCard card(error, StandIn::BuiltInCourses);
        QCOMPARE(buttonsOf(card).contains(builtIn), helps);
        const ErrorCard without(error);
        QVERIFY(!buttonsOf(without).contains(builtIn));
        const QSignalSpy cures(&card, &ErrorCard::cureRequested);
        if (!helps)
            return;
        card.findChildren<QPushButton*>().constLast()->click();
        QCOMPARE(cures.count(), 1);
        QCOMPARE(cures.first().first().value<Cure>(), Cure::BuiltInCourses);
        card.retire();
        QCOMPARE(buttonsOf(card), QStringList());
    }

    void foldsToALineWhenItIsTriedAgain()
    {
        const QString message = u"The server is <b>busy</b>. "_s.repeated(20);
        ErrorCard card({ ErrorKind::Authentication, message, u"HTTP 401"_s });
        card.findChild<QToolButton*>()->click();
        card.retire();
        QCOMPARE(buttonsOf(card), QStringList());
        QCOMPARE(textsOf(card).size(), 1);
        const QString note = textsOf(card).constFirst();
        QVERIFY(note.startsWith(u"Tried again after: The server is <b>busy</b>."_s));
        QVERIFY(note.size() < 150);
        QCOMPARE(card.tone(), Tone::Plain);
        QCOMPARE(card.accessibleDescription(), message);
    }
};

QTEST_MAIN(ErrorCardTest)
#include "ErrorCardTest.moc"
