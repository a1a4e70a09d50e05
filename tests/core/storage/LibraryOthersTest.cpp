// SPDX-License-Identifier: Apache-2.0
#include "LibrarySamples.h"
#include "core/storage/Library.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/ProgramToKill.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace roadloom {

using Change = std::function<void(Library&)>;

/// What other programs do in a library that is open here.
class LibraryOthersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_library.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
        m_library->put(someEntry());
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        m_library->flush();
        QVERIFY(!changed.isEmpty() || changed.wait());
    }
    void cleanup() { m_library.reset(); }

    void whatAnotherDoesIsTold_data()
    {
        QTest::addColumn<Change>("change");
        const auto row
            = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
        row("adds one", [](Library& library) { library.put(someEntry(u"two"_s)); });
        row("renames it", [](Library& library) { library.rename(u"one"_s, u"Other"_s); });
        row("tags it", [](Library& library) { library.setTags(u"one"_s, { u"a"_s }); });
        row("removes it", [](Library& library) { library.remove(u"one"_s); });
        row("learns",
            [](Library& library) { mark(library, u"one"_s, u"web:c-1"_s, StudyState::Done); });
        row("begins a run", [](Library& library) {
            library.beginRun({ .run = u"r"_s,
                .request = {},
                .answerer = {},
                .moment = QDateTime::currentDateTime() });
        });
    }
    void whatAnotherDoesIsTold()
    {
        QFETCH(const Change, change);
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        Library other(m_folder->path());
        QVERIFY(!other.open());
        change(other);
        other.flush();
        QVERIFY(changed.wait());
    }

    void anotherProgramIsSeen()
    {
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        QProcess program;
        startProgramToKill(program, m_folder->path());
        QVERIFY(program.waitForFinished());
        QVERIFY(!changed.isEmpty() || changed.wait());
        QTRY_COMPARE(listNow(*m_library).value().size(), 2);
    }

    /// And told as often as it is news: what is done here is told at once, and not again when it is
    /// seen on the disk.
    void whatIsDoneHereIsNoOthersDoing()
    {
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        Library other(m_folder->path());
        QVERIFY(!other.open());
        QSignalSpy othersChanged(&other, &Library::listChanged);
        QVERIFY(listNow(other)); // it has the file open, and looks
        for (int i = 0; i < 20; ++i)
            m_library->saveNote(u"one"_s, u"web:c-1"_s, QString::number(i));
        m_library->flush();
        QVERIFY(othersChanged.wait()); // who looks has seen it
        other.saveNote(u"one"_s, u"web:c-1"_s, u"other"_s);
        other.flush();
        QVERIFY(changed.wait());
        QCOMPARE(changed.size(), 1);
    }

    void manyChangesAreToldTogether()
    {
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        Library other(m_folder->path());
        QVERIFY(!other.open());
        for (int i = 0; i < 100; ++i)
            other.put(someEntry(QString::number(i)));
        other.flush();
        QTRY_COMPARE(listNow(*m_library).value().size(), 101);
        QVERIFY(!changed.isEmpty() || changed.wait());
        QVERIFY2(changed.size() < 20, qPrintable(QString::number(changed.size())));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

namespace {

/// Adds a roadmap and ends.
int addOne(const QString& folder)
{
    roadloom::Library library(folder);
    if (library.open())
        return 1;
    library.put(roadloom::someEntry(u"from another program"_s));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return roadloom::testOrWork<roadloom::LibraryOthersTest>(argc, argv, addOne);
}

#include "LibraryOthersTest.moc"
