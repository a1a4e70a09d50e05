// SPDX-License-Identifier: Apache-2.0
// What stands above a roadmap: its own progress, and the day's work on all of them.
#include "ui/study/StudyHeader.h"
#include "SampleRoadmap.h"
#include "core/storage/Library.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/study/StudyBook.h"
#include "ui/study/StudyElsewhere.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString first = u"concept-1-1-1"_s; // of one and a half hours
const QString second = u"concept-1-1-2"_s;

LibraryEntry entryNamed(const QString& id)
{
    const QDateTime moment = QDateTime::currentDateTime();
    return { .id = id,
        .roadmap = sampleRoadmap(1, 1, 4),
        .request = {},
        .created = moment,
        .opened = moment };
}

bool showsAsWritten(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&widget) && label->text().contains(text);
    });
}

/// Wherever a line may break.
bool shows(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&widget)
            && label->text().replace(QChar::Nbsp, u' ').contains(text);
    });
}

} // namespace

class StudyHeaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); // from Monday on
    }

    void aDayOfStudyIsCountedOverAllRoadmaps()
    {
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        QDateTime now(QDate(2026, 3, 3), QTime(10, 0)); // a Tuesday
        const auto clock = [&now] { return now; };
        {
            StudyBook other;
            other.setClock(clock);
            library.put(entryNamed(u"other"_s));
            other.setRoadmap(sampleRoadmap(1, 1, 4));
            other.beginIn(library, u"other"_s, 10);
            other.setState(first, StudyState::Done);
            now = now.addDays(1);
            other.setState(second, StudyState::Done);
        }
        library.flush();

        StudyBook book;
        book.setClock(clock);
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        QVERIFY(!shows(header, u"today"_s));
        library.put(entryNamed(u"here"_s));
        book.beginIn(library, u"here"_s, 10);
        QTRY_VERIFY(shows(header, u"learnt in all roadmaps: 1.5 h today · 3 h this week"_s));
        QVERIFY(shows(header, u"0 of 4 concept"_s));
        book.setState(first, StudyState::Done);
        QVERIFY(shows(header, u"learnt in all roadmaps: 3 h today · 4.5 h this week"_s));
        QVERIFY(shows(header, u"1 of 4 concept"_s));
        now = now.addDays(7);
        book.setClock(clock); // a week later
        QTRY_VERIFY(!shows(header, u"this week"_s));
    }

    void whatCannotBeReadElsewhereIsAsItWas()
    {
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        StudyBook other;
        other.setRoadmap(sampleRoadmap(1, 1, 4));
        library.put(entryNamed(u"other"_s));
        other.beginIn(library, u"other"_s, 10);
        other.setState(first, StudyState::Done);
        library.put(entryNamed(u"here"_s));
        library.flush();
        StudyBook book;
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        book.beginIn(library, u"here"_s, 10);
        QTRY_VERIFY(shows(header, u"learnt in all roadmaps: 1.5 h today"_s));
        const auto* const elsewhere = header.findChild<StudyElsewhere*>();
        QTRY_VERIFY(!elsewhere->isReading());
        const QString away = library.path() + u".away"_s;
        QVERIFY(QFile::rename(library.path(), away));
        book.setState(first, StudyState::Done);
        QVERIFY(elsewhere->isReading());
        QTRY_VERIFY(!elsewhere->isReading());
        QVERIFY(QFile::rename(away, library.path()));
        QVERIFY(shows(header, u"learnt in all roadmaps: 3 h today"_s));
    }

    void whatHadToWaitElsewhereIsCountedWhenItIsWritten()
    {
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        library.put(entryNamed(u"other"_s));
        library.put(entryNamed(u"here"_s));
        library.flush();
        OtherProgram program(library.path());
        QVERIFY(program.isOn());
        StudyBook book;
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        book.beginIn(library, u"other"_s, 10);
        book.setState(first, StudyState::Done);
        book.clear();
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        book.beginIn(library, u"here"_s, 10);
        const auto* const elsewhere = header.findChild<StudyElsewhere*>();
        QTRY_VERIFY(!elsewhere->isReading());
        QVERIFY(listNow(library)); // by now it has to wait
        QVERIFY(!shows(header, u"today"_s));
        program.end();
        QTRY_VERIFY_WITH_TIMEOUT(shows(header, u"learnt in all roadmaps: 1.5 h today"_s), 10'000);
    }

    void whoComesBackToTheProgramSeesTheDay()
    {
        QDateTime now(QDate(2026, 3, 3), QTime(10, 0)); // a Tuesday
        StudyBook book;
        book.setClock([&now] { return now; });
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        book.setState(first, StudyState::Done);
        QVERIFY(shows(header, u"learnt: 1.5 h today"_s));
        now = now.addDays(1); // while the machine slept
        Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
        QVERIFY(!shows(header, u"learnt: 1.5 h today"_s));
        QVERIFY(shows(header, u"1.5 h this week"_s));
    }

    void saysWhatHoursAreTallied()
    {
        StudyBook book;
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        header.show();
        const auto explained = [&header] {
            QStringList tips;
            for (const QLabel* const label : header.findChildren<QLabel*>()) {
                if (!label->toolTip().isEmpty())
                    tips.append(label->accessibleDescription());
            }
            return tips.join(u'\n');
        };
        QCOMPARE(explained(), QString());
        book.setState(first, StudyState::Done);
        QVERIFY2(explained().contains(u"planned hours of the concepts"_s), qPrintable(explained()));
        book.setState(first, StudyState::ToDo);
        QCOMPARE(explained(), QString());
    }

    void whereThereIsLittleHeightALineSaysWhatItHolds_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("text");
        QTest::newRow("wide") << 900
                              << u"1 of 4 concept(s) · 1.5 of 6 hours · learnt: 1.5 h today ·"
                                 " 1.5 h this week"_s;
        QTest::newRow("narrow") << 420 << u"1 of 4 concept(s) · 1.5 of 6 hours"_s;
        QTest::newRow("very narrow") << 240 << u"1 of 4 concept(s)"_s;
    }
    void whereThereIsLittleHeightALineSaysWhatItHolds()
    {
        QFETCH(const int, width);
        QFETCH(const QString, text);
        StudyBook book;
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        header.setCompact(true);
        header.show();
        book.setState(first, StudyState::Done);
        header.resize(width, header.sizeHint().height());
        QTRY_VERIFY2(shows(header, text), qPrintable(QString::number(header.width())));
        QVERIFY(text.contains(u"week"_s) || !shows(header, text + u" ·"_s));
    }

    void oneRoadmapNeedsNoSuchWords()
    {
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        StudyBook book;
        StudyHeader header(book);
        book.setRoadmap(sampleRoadmap(1, 1, 4));
        library.put(entryNamed(u"here"_s));
        book.beginIn(library, u"here"_s, 10);
        const QSignalSpy counted(
            header.findChild<StudyElsewhere*>(), &StudyElsewhere::tallyChanged);
        book.setState(first, StudyState::Done);
        QTRY_VERIFY(!counted.isEmpty());
        QVERIFY(shows(header, u"learnt: 1.5 h today · 1.5 h this week"_s));
        const QString week = u"1.5 h this week"_s;
        QVERIFY(showsAsWritten(header, QString(week).replace(u' ', QChar::Nbsp)));
    }
};

QTEST_MAIN(StudyHeaderTest)
#include "StudyHeaderTest.moc"
