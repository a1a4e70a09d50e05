// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProviderBook.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class ProviderBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsAndTellsEachChange();
    void remembersTheFormThatWasFound();
    void worksOnWithoutDamagedSettings();
    void holdsAChangeThatCannotBeWritten();
};

namespace {

ConfiguredProviders withOneProvider()
{
    ConfiguredProviders configured;
    configured.providers.append(setupFrom(*findProvider(u"llamacpp")));
    configured.defaultId = u"llamacpp"_s;
    return configured;
}

} // namespace

void ProviderBookTest::keepsAndTellsEachChange()
{
    const QTemporaryDir folder;
    ProviderBook book(ProviderSettings(folder.path()));
    QVERIFY(book.isFresh());
    QSignalSpy changed(&book, &ProviderBook::changed);
    QVERIFY(!book.change(withOneProvider()));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!book.isFresh());
    const ProviderBook again(ProviderSettings(folder.path()));
    QVERIFY(!again.isFresh());
    QCOMPARE(again.configured(), withOneProvider());
}

void ProviderBookTest::remembersTheFormThatWasFound()
{
    const QTemporaryDir folder;
    ProviderBook book(ProviderSettings(folder.path()));
    QVERIFY(!book.change(withOneProvider()));
    QSignalSpy changed(&book, &ProviderBook::changed);
    const ProviderSetup used = withOneProvider().providers[0];
    book.noteForm(used, StructuredOutput::JsonObject);
    book.noteForm(used, StructuredOutput::JsonObject);
    ProviderSetup another = used;
    another.model = u"another model, by an option"_s;
    book.noteForm(another, StructuredOutput::None);
    another = used;
    another.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s);
    book.noteForm(another, StructuredOutput::None);
    another = used;
    another.id = u"somebody else"_s;
    book.noteForm(another, StructuredOutput::None);
    QCOMPARE(changed.size(), 1);
    const ProviderBook again(ProviderSettings(folder.path()));
    QCOMPARE(
        again.configured().provider(u"llamacpp")->structuredOutput, StructuredOutput::JsonObject);
}

void ProviderBookTest::worksOnWithoutDamagedSettings()
{
    const QTemporaryDir folder;
    QFile file(ProviderSettings(folder.path()).path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    ProviderBook book(ProviderSettings(folder.path()));
    QVERIFY(book.readError());
    QVERIFY(!book.readError()->message.isEmpty());
    QVERIFY(!book.change(withOneProvider()));
}

void ProviderBookTest::holdsAChangeThatCannotBeWritten()
{
    const QTemporaryDir folder;
    ProviderBook book(ProviderSettings(folder.filePath(u"file/below"_s)));
    QFile file(folder.filePath(u"file"_s)); // where the folder should be made
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(book.change(withOneProvider()));
    QCOMPARE(book.configured(), withOneProvider());
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ProviderBookTest)
#include "ProviderBookTest.moc"
