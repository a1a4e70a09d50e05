// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SentenceAnnouncer.h"
#include "ui/chat/PlainWords.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What is said when each rest ends at once, character by character.
QStringList saidOf(const QString& words)
{
    SentenceAnnouncer announcer;
    QStringList said;
    QObject::connect(&announcer, &SentenceAnnouncer::announced, &announcer,
        [&](const QString& text) { said.append(text); });
    for (const QChar character : words) {
        announcer.take(QString(character));
        announcer.endRest();
    }
    announcer.finish();
    return said;
}

} // namespace

class SentenceAnnouncerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sentencesAreSaidWhole_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char* name, const QString& words, const QStringList& said) {
            QTest::newRow(name) << words << said;
        };
        row("Western", u"One. Two! Three? Four"_s,
            { u"One."_s, u"Two!"_s, u"Three?"_s, u"Four"_s });
        row("Chinese", u"好。先学它！对吗？对"_s,
            { u"好。"_s, u"先学它！"_s, u"对吗？"_s, u"对"_s });
        row("lines", u"# Plan\n- first\n- [x] second\n"_s, { u"Plan"_s, u"first"_s, u"second"_s });
        row("marks", u"Some **bold** `a. b` and [this](http://x.y/z). End."_s,
            { u"Some bold a. b and this."_s, u"End."_s });
        row("quotation marks", u"He said \"yes.\" Then."_s, { u"He said \"yes.\""_s, u"Then."_s });
        row("numbers", u"1. It takes 3.5 hours.\n"_s, { u"1. It takes 3.5 hours."_s });
        row("code", u"Before.\n```py\nx = 1. \nprint(x)\n```\nAfter."_s,
            { u"Before."_s, u"After."_s });
        row("tables", u"| a | b |\n| --- | --- |\n| c | d |\n"_s, { u"a b"_s, u"c d"_s });
        row("nothing", u"\n\n---\n***\n  \n"_s, {});
    }
    void sentencesAreSaidWhole()
    {
        QFETCH(const QString, words);
        QTEST(saidOf(words), "said");
    }

    void aFloodIsSaidAsOne()
    {
        SentenceAnnouncer announcer;
        const QSignalSpy said(&announcer, &SentenceAnnouncer::announced);
        const QSignalSpy rests(&announcer, &SentenceAnnouncer::restBegun);
        announcer.take(u"One. ");
        announcer.take(u"Two. ");
        announcer.take(u"Three. Fo");
        QCOMPARE(said.size(), 1);
        announcer.endRest();
        QCOMPARE(said.size(), 2);
        QCOMPARE(said[1][0].toString(), u"Two. Three."_s);
        announcer.finish();
        QCOMPARE(said.size(), 2);
        announcer.endRest();
        QCOMPARE(said[2][0].toString(), u"Fo"_s);
        announcer.endRest();
        QCOMPARE(said.size(), 3);
        QCOMPARE(rests.size(), 3);
    }

    void itsLengthIsBounded()
    {
        SentenceAnnouncer announcer;
        const QSignalSpy said(&announcer, &SentenceAnnouncer::announced);
        announcer.take(u"First. ");
        for (int i = 0; i < 20'000; ++i)
            announcer.take(u"a sentence of words. ");
        announcer.take(QString(100'000, u'x'));
        announcer.take(u"\nThe last one.\n");
        announcer.endRest();
        QCOMPARE(said.size(), 2);
        QVERIFY(said[1][0].toString().size() <= SentenceAnnouncer::longest);
        QVERIFY(said[1][0].toString().endsWith(u"The last one."_s));
    }

    void mutedItSaysNothing()
    {
        SentenceAnnouncer announcer;
        const QSignalSpy said(&announcer, &SentenceAnnouncer::announced);
        announcer.setMuted(true);
        announcer.take(u"One. Two. ");
        announcer.setMuted(false);
        QCOMPARE(said.size(), 0);
        announcer.take(u"Three. ");
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"Three."_s);
    }

    /// Nor the rest of a sentence of which a part came then.
    void aSentenceThatBeganMutedIsNotSaid()
    {
        SentenceAnnouncer announcer;
        const QSignalSpy said(&announcer, &SentenceAnnouncer::announced);
        announcer.setMuted(true);
        announcer.take(u"One. Tw");
        announcer.setMuted(false);
        announcer.take(u"o. Three. Fo");
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"Three."_s);
        announcer.setMuted(true);
        announcer.take(u"ur. ");
        announcer.setMuted(false);
        announcer.endRest();
        QCOMPARE(said.size(), 1);
    }

    void codeStaysCodeWhileItIsMuted()
    {
        SentenceAnnouncer announcer;
        const QSignalSpy said(&announcer, &SentenceAnnouncer::announced);
        announcer.take(u"``");
        announcer.setMuted(true);
        announcer.take(u"`\nOne. \n");
        announcer.setMuted(false);
        announcer.take(u"Two. \n```\nThree. ");
        QCOMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"Three."_s);
    }

    void plainWordsLoseTheirMarks_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("plain");
        QTest::newRow("emphasis") << u"a **b** *c* __d__ _e_ ~~f~~"_s << u"a b c d e f"_s;
        QTest::newRow("names") << u"snake_case 2 * 3 a[0]"_s << u"snake_case 2 * 3 a[0]"_s;
        QTest::newRow("heading") << u"## A\n#tag"_s << u"A\n#tag"_s;
        QTest::newRow("link") << u"see [it](http://x) ![pic](y)"_s << u"see it pic"_s;
        QTest::newRow("code") << u"```py\na_b *c*\n```\nd"_s << u"a_b *c*\nd"_s;
        QTest::newRow("quotation") << u"> a\n> > b"_s << u"a\nb"_s;
        QTest::newRow("escape") << u"\\*a\\*"_s << u"*a*"_s;
    }
    void plainWordsLoseTheirMarks()
    {
        QFETCH(const QString, markdown);
        QTEST(plainWords(markdown), "plain");
    }

    void plainWordsAreLinear_data()
    {
        QTest::addColumn<QString>("sign");
        QTest::newRow("brackets") << u"["_s;
        QTest::newRow("links") << u"]("_s;
        QTest::newRow("links with words") << u"[a](b"_s;
        QTest::newRow("quotations") << u"> "_s;
    }
    void plainWordsAreLinear()
    {
        QFETCH(const QString, sign);
        // Twice the text takes about twice the time; looked up again at each sign, four times.
        const double once = secondsFor(sign.repeated(500'000 / sign.size()) + u'x');
        const double twice = secondsFor(sign.repeated(1'000'000 / sign.size()) + u'x');
        QVERIFY2(twice < 3.0 * once, qPrintable(u"%1 s, %2 s"_s.arg(once).arg(twice)));
    }

private:
    /// Processor time, the best of several tries, so that a busy machine does not matter.
    static double secondsFor(const QString& words)
    {
        double best = std::numeric_limits<double>::infinity();
        for (int i = 0; i < 5; ++i) {
            const std::clock_t begin = std::clock();
            if (plainWords(words).isEmpty())
                return 0.0;
            best = std::min(best, double(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        return best;
    }
};

QTEST_GUILESS_MAIN(SentenceAnnouncerTest)
#include "SentenceAnnouncerTest.moc"
