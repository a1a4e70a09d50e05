// SPDX-License-Identifier: Apache-2.0
#include "core/storage/PolicyFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// Configuration folders of an administrator, the first of which counts most.
class Folders {
public:
    explicit Folders(const QList<QByteArray>& policies)
    {
        for (const QByteArray& policy : policies)
            add(policy);
    }

    QStringList paths() const { return m_paths; }
    QString file(qsizetype number) const { return m_paths.at(number) + u"/roadloom/policy.ini"_s; }

private:
    void add(const QByteArray& policy)
    {
        m_paths.append(m_folder.filePath(QString::number(m_paths.size())));
        QDir().mkpath(m_paths.last() + u"/roadloom"_s);
        QFile written(m_paths.last() + u"/roadloom/policy.ini"_s);
        if (!written.open(QIODevice::WriteOnly) || written.write(policy) != policy.size())
            qFatal("cannot be written");
    }

    QTemporaryDir m_folder;
    QStringList m_paths;
};

Policy policyOf(const QByteArray& text)
{
    return readPolicy(Folders({ text }).paths());
}

template <class Value>
void row(const char* key, const QByteArray& good, std::optional<Value> Policy::*member,
    const Value& read, const QByteArray& wrong, const Value& closed)
{
    const auto with = [member](const Value& value) {
        Policy policy;
        policy.*member = value;
        return policy;
    };
    QTest::addRow("%s as it is meant", key) << QByteArray(key) << good << with(read) << 0;
    QTest::addRow("%s that nobody understands", key)
        << QByteArray(key) << wrong << with(closed) << 1;
}

void permissionRow(const char* key, bool Policy::*member)
{
    Policy refused;
    refused.*member = false;
    QTest::addRow("%s no", key) << QByteArray(key) << QByteArray("no") << refused << 0;
    QTest::addRow("%s yes", key) << QByteArray(key) << QByteArray("yes") << Policy() << 0;
    QTest::addRow("%s perhaps", key) << QByteArray(key) << QByteArray("perhaps") << refused << 1;
    QTest::addRow("%s empty", key) << QByteArray(key) << QByteArray() << refused << 1;
}

Policy withoutProblems(Policy policy)
{
    policy.problems.clear();
    return policy;
}

} // namespace

class PolicyFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAFileNothingIsFixed()
    {
        QCOMPARE(readPolicy({ u"/nonexistent"_s }), Policy());
        QVERIFY(Policy().fixedKeys().isEmpty());
    }

    void everyKeyFixesWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<Policy>("expected");
        QTest::addColumn<int>("problems");
        row("answers/timeout", "60", &Policy::timeoutSeconds, 60, "-1", 300);
        row("answers/retries", "0", &Policy::retries, 0, "5", 4);
        row("answers/parallel", "3", &Policy::parallel, 3, "many", 1);
        row("answers/rounds", "1", &Policy::rounds, 1, "99", 3);
        row("appearance/theme", "high_contrast", &Policy::theme, ThemeChoice::HighContrast, "pink",
            ThemeChoice::System);
        row("appearance/text_percent", "148", &Policy::textPercent, 150, "1000", 100);
        row("appearance/motion", "reduced", &Policy::motion, MotionChoice::Reduced, "wild",
            MotionChoice::System);
        row("appearance/language", "zh_CN", &Policy::language, LanguageChoice::Chinese, "tlh",
            LanguageChoice::System);
        row("appearance/send_key", "ctrl_enter", &Policy::sendKey, SendKey::ControlEnter, "f13",
            SendKey::Enter);
        row("roadmaps/hours", "4", &Policy::hoursPerWeek, 4, "169", 10);
        row("program/data_dir", "/srv/../srv/roadloom", &Policy::dataFolder, u"/srv/roadloom"_s,
            "here", QString());
        permissionRow("settings/change", &Policy::mayChangeSettings);
        permissionRow("settings/add_models", &Policy::mayAddModels);
        permissionRow("settings/enter_keys", &Policy::mayEnterKeys);
        permissionRow("roadmaps/open_links", &Policy::mayOpenLinks);
        permissionRow("roadmaps/export", &Policy::mayExport);
        QTest::newRow("a key that is not known")
            << QByteArray("roadmaps/print") << QByteArray("no") << Policy() << 1;
    }
    void everyKeyFixesWhatItSays()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, value);
        QFETCH(const int, problems);
        const QByteArrayList parts = key.split('/');
        const Policy policy = policyOf("# ours\n\n[" + parts.at(0) + "]\n; not this: x\n "
            + parts.at(1) + " = " + value + "\r\n");
        QCOMPARE(policy.problems.size(), problems);
        if (problems > 0)
            QVERIFY2(policy.problems.first().contains(QLatin1StringView(parts.at(1))),
                qPrintable(policy.problems.first()));
        QTEST(withoutProblems(policy), "expected");
        const bool fixes = withoutProblems(policy) != Policy();
        QCOMPARE(
            policy.fixedKeys(), fixes ? QStringList { QString::fromLatin1(key) } : QStringList());
    }

    void aFolderMayBeInTheHomeThatTheSystemKnows()
    {
        qputenv("HOME", "/somewhere/else");
        const Policy policy = policyOf("[program]\ndata_dir=~/.roadloom\n");
        QVERIFY(policy.dataFolder->endsWith(u"/.roadloom"_s));
        QVERIFY(!policy.dataFolder->startsWith(u"/somewhere"_s));
    }

    void whoAnswersIsFixedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("expected"); // address and model
        QTest::addColumn<int>("problems");
        const auto row = [](const char* name, const char* answers, const char* expected,
                             int problems = 0) {
            QTest::newRow(name) << QByteArray(answers) << QString::fromLatin1(expected) << problems;
        };
        row("the library", "source=offline", "offline");
        row("a provider", "provider=deepseek\nmodel=deepseek-chat",
            "https://api.deepseek.com/v1 deepseek-chat");
        row("a server", "base_url=http://10.0.0.5:8080/v1", "http://10.0.0.5:8080/v1 ");
        row("a server of a kind",
            "source=llm\nprovider=ollama\nbase_url=http://10.0.0.5:11434\nmodel=q",
            "http://10.0.0.5:11434 q");
        row("a hub", "service_url=http://10.0.0.5:8000", "service http://10.0.0.5:8000");
        // What cannot be understood is the library.
        row("no such source", "source=oracle", "offline", 1);
        row("no such provider", "provider=nobody", "offline", 1);
        row("no such style", "base_url=http://10.0.0.5/v1\napi_style=latin", "offline", 1);
        row("no address", "base_url=ftp://10.0.0.5", "offline", 1);
        row("an empty address", "base_url=", "offline", 1);
        row("a password", "base_url=http://me:secret@10.0.0.5/v1", "offline", 1);
        row("a model of nobody", "model=qwen3", "offline", 1);
        row("any model", "source=llm", "offline", 1);
        row("two at once", "base_url=http://10.0.0.5/v1\nservice_url=http://10.0.0.5:8000",
            "offline", 1);
        row("the library and a model", "source=offline\nprovider=deepseek", "offline", 1);
    }
    void whoAnswersIsFixedAsAWhole()
    {
        QFETCH(const QByteArray, answers);
        const Policy policy = policyOf("[answers]\n" + answers + '\n');
        QVERIFY(policy.answerer);
        QString said = u"offline"_s;
        if (policy.answerer->model)
            said
                = policy.answerer->model->baseUrl.toString() + u' ' + policy.answerer->model->model;
        else if (policy.answerer->service)
            said = u"service "_s + policy.answerer->service->url.toString();
        QTEST(said, "expected");
        QTEST(int(policy.problems.size()), "problems");
        QVERIFY(!policy.problems.join(u' ').contains(u"secret"_s));
        QVERIFY(!policy.allowsAdding());
    }

    /// A learner brings one of their own, behind the administrator's.
    void theFirstFileSaysAll_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("another value") << QByteArray("[roadmaps]\nhours=4\n")
                                       << QByteArray("[roadmaps]\nhours=5\nexport=no\n");
        QTest::newRow("who answers, where nobody may be added")
            << QByteArray("[settings]\nadd_models=no\nchange=no\n")
            << QByteArray("[answers]\nbase_url=http://10.0.0.66/v1\nmodel=mine\n");
        QTest::newRow("who answers, in other words")
            << QByteArray("[answers]\nprovider=deepseek\nmodel=a\n")
            << QByteArray("[answers]\nbase_url=http://10.0.0.66/v1\nsource=llm\n");
        QTest::newRow("nothing") << QByteArray() << QByteArray("[settings]\nchange=no\n");
        QTest::newRow("what cannot be read")
            << QByteArray("[roadmaps]\nhours=4\n") << QByteArray("?\n");
    }
    void theFirstFileSaysAll()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QCOMPARE(
            readPolicy(Folders({ first, second }).paths()), readPolicy(Folders({ first }).paths()));
    }

    /// A learner sets $XDG_CONFIG_DIRS, and loosens nothing with it.
    void theSystemsFolderLeadsWhateverTheLearnerSets_data()
    {
        QTest::addColumn<QString>("configDirs");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << QString() << QStringList { u"/system"_s };
        QTest::newRow("another") << u"/other"_s << QStringList { u"/system"_s, u"/other"_s };
        QTest::newRow("the system's behind")
            << u"/other:/system"_s << QStringList { u"/system"_s, u"/other"_s };
        QTest::newRow("relative ones") << u"other:./x::../y"_s << QStringList { u"/system"_s };
        QTest::newRow("dots") << u"/a/../other/"_s << QStringList { u"/system"_s, u"/other"_s };
    }
    void theSystemsFolderLeadsWhateverTheLearnerSets()
    {
        QFETCH(const QString, configDirs);
        QTEST(policyFolders(u"/system"_s, configDirs), "expected");
    }

    void whatCannotBeReadIsClosed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a line that is none") << QByteArray("[roadmaps]\nexport\n");
        QTest::newRow("no section") << QByteArray("export=no\n");
        QTest::newRow("a section without an end") << QByteArray("[roadmaps\nexport=no\n");
        QTest::newRow("no text") << QByteArray("[roadmaps]\nexport=\xff\xfe\n");
        QTest::newRow("too much") << QByteArray(70'000, '\n');
        QTest::newRow("too many lines") << QByteArray(1500, '\n');
        QTest::newRow("a value without an end")
            << QByteArray("[answers]\nmodel=" + QByteArray(2000, 'x') + '\n');
    }
    void whatCannotBeReadIsClosed()
    {
        QFETCH(const QByteArray, text);
        const Folders folders({ text });
        const Policy policy = readPolicy(folders.paths());
        QCOMPARE(withoutProblems(policy), closedPolicy());
        QCOMPARE(policy.problems.size(), 1);
        QVERIFY(policy.problems.first().contains(folders.file(0)));
    }

    void aFileThatMayNotBeReadIsClosedToo()
    {
        const Folders folders({ "[roadmaps]\nexport=yes\n" });
        QVERIFY(QFile::remove(folders.file(0)));
        QVERIFY(QDir().mkdir(folders.file(0))); // also for root, who may read anything
        QCOMPARE(withoutProblems(readPolicy(folders.paths())), closedPolicy());
    }
};

QTEST_GUILESS_MAIN(PolicyFileTest)
#include "PolicyFileTest.moc"
