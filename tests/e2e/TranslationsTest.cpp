// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QString translation;
    bool finished = true;
};

/// The messages of a .ts file by context, source and comment.
QMap<QString, Message> readMessages(const QString& path)
{
    QFile file(path);
    QMap<QString, Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    QString comment;
    Message message;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::EndElement && name == "message"_L1)
            messages.insert(context + u'|' + message.source + u'|' + comment, message);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (name == "message"_L1) {
            message = {};
            comment.clear();
        } else if (name == "name"_L1) {
            context = xml.readElementText();
        } else if (name == "source"_L1) {
            message.source = xml.readElementText();
        } else if (name == "comment"_L1) {
            comment = xml.readElementText();
        } else if (name == "translation"_L1) {
            message.finished = !xml.attributes().hasAttribute(u"type"_s);
            // With plurals, the forms one behind the other.
            message.translation
                = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return messages;
}

/// "%1", "%L2", "%n" … each once, sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%(L?\\d+|n)"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

QString tsFile(const QString& language)
{
    return QStringLiteral(ROADLOOM_SOURCE_DIR "/translations/roadloom_%1.ts").arg(language);
}

} // namespace

/// Every text that a person sees has a finished translation.
class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English plurals") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }

    void everyMessageIsFinished_data() { languages(); }

    void everyMessageIsFinished()
    {
        QFETCH(const QString, language);
        const auto messages = readMessages(tsFile(language));
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            QVERIFY2(message.finished, qPrintable(message.source));
            QVERIFY2(!message.translation.isEmpty(), qPrintable(message.source));
        }
    }

    void chineseKeepsPlaceholdersAndMnemonics()
    {
        static const QRegularExpression mnemonic(u"&[A-Za-z]"_s);
        for (const Message& message : readMessages(tsFile(u"zh_CN"_s))) {
            const QString chinese = message.translation;
            QVERIFY2(placeholders(chinese) == placeholders(message.source),
                qPrintable(message.source + u" → "_s + chinese));
            QVERIFY2(chinese.contains(mnemonic) == message.source.contains(mnemonic),
                qPrintable(message.source + u" → "_s + chinese));
        }
    }

    /// A text added without its translation is found by reading the sources anew.
    void theFilesAreUpToDateWithTheSources_data() { languages(); }

    void theFilesAreUpToDateWithTheSources()
    {
        QFETCH(const QString, language);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(tsFile(language), copy));
        const QString root = QStringLiteral(ROADLOOM_SOURCE_DIR);
        QStringList arguments { u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s,
            u"-I"_s, root, root + u"/app"_s, root + u"/core"_s, root + u"/ui"_s, u"-ts"_s, copy };
        if (language == "en"_L1)
            arguments.prepend(u"-pluralonly"_s);
        QProcess lupdate;
        lupdate.start(QStringLiteral(ROADLOOM_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        QCOMPARE(readMessages(copy).keys(), readMessages(tsFile(language)).keys());
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "TranslationsTest.moc"
