// SPDX-License-Identifier: Apache-2.0
#include "core/storage/Policy.h"

#include "core/storage/AppearanceBook.h"
#include "core/storage/ProviderBook.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

ProviderSetup deepseek()
{
    return setupFrom(*findProvider(u"deepseek"));
}

Policy policyFor(const ProviderSetup& answerer)
{
    Policy policy;
    policy.answerer = FixedAnswerer { .model = answerer };
    policy.answerer->model->id = administratorsId;
    return policy;
}

ConfiguredProviders two()
{
    ProviderSetup own = setupFrom(*findProvider(u"ollama"));
    return { .defaultId = own.id, .providers = { own, deepseek() } };
}

/// The settings of a learner, in a folder.
struct Learner {
    explicit Learner(const ConfiguredProviders& configured = two())
    {
        if (settings().write(configured))
            qFatal("cannot be written");
    }
    [[nodiscard]] ProviderSettings settings() const { return ProviderSettings(folder.path()); }
    [[nodiscard]] ConfiguredProviders kept() const { return settings().read().value(); }

    QTemporaryDir folder;
};

} // namespace

/// What the administrator has fixed holds in the books, and the learner's own stays in the files.
class PolicyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAppearanceIsAsItSays()
    {
        const QTemporaryDir folder;
        const AppearanceSettings settings(folder.path());
        QVERIFY(!settings.write({ .theme = ThemeChoice::Dark, .textPercent = 125 }));
        Policy policy;
        policy.theme = ThemeChoice::HighContrast;
        AppearanceBook book(settings, policy);
        QCOMPARE(book.appearance().theme, ThemeChoice::HighContrast);
        Appearance wanted = book.appearance();
        wanted.theme = ThemeChoice::Light;
        QVERIFY(!book.change(wanted));
        QCOMPARE(book.appearance().theme, ThemeChoice::HighContrast);
        wanted.textPercent = 150;
        QVERIFY(!book.change(wanted));
        QCOMPARE(book.appearance().textPercent, 150);
        QCOMPARE(settings.read().theme, ThemeChoice::Dark);
        QCOMPARE(settings.read().textPercent, 150);
    }

    void settingsThatAreFixedAreNotChanged()
    {
        Policy policy;
        policy.mayChangeSettings = false;
        const Learner learner;
        AppearanceBook appearance(AppearanceSettings(learner.folder.path()), policy);
        QVERIFY(appearance.change({ .theme = ThemeChoice::Dark }));
        QCOMPARE(appearance.appearance(), Appearance());
        ProviderBook book(learner.settings(), policy);
        ConfiguredProviders wanted = book.configured();
        wanted.defaultId = u"deepseek"_s;
        QSignalSpy changed(&book, &ProviderBook::changed);
        QVERIFY(book.change(wanted));
        QVERIFY(changed.isEmpty());
        QCOMPARE(book.configured(), two());
        // What the program finds out by itself is no change of theirs.
        book.noteForm(two().providers.first(), StructuredOutput::JsonObject);
        QCOMPARE(
            book.configured().providers.first().structuredOutput, StructuredOutput::JsonObject);
    }

    void nobodyElseAnswersThanItSays()
    {
        const Learner learner;
        ProviderBook book(learner.settings(), policyFor(deepseek()));
        QCOMPARE(book.configured().defaultId, QString(administratorsId));
        QCOMPARE(book.configured().providers.size(), 1);
        ConfiguredProviders wanted = book.configured();
        wanted.defaultId = offlineId;
        QVERIFY(book.change(wanted));
        wanted = book.configured();
        wanted.providers.first().baseUrl = QUrl(u"http://10.0.0.66/v1"_s);
        QVERIFY(book.change(wanted));
        wanted = book.configured();
        wanted.providers.append(two().providers.first());
        QVERIFY(book.change(wanted));
        QCOMPARE(learner.kept(), two());
        // Where its key is, is the learner's to say.
        wanted = book.configured();
        wanted.providers.first().keyPlace = KeyPlace::File;
        QVERIFY(!book.change(wanted));
        QCOMPARE(book.configured().providers.first().keyPlace, KeyPlace::File);
        const ProviderBook again(learner.settings(), policyFor(deepseek()));
        QCOMPARE(again.configured(), book.configured());
        QCOMPARE(learner.kept().defaultId, two().defaultId);
        QCOMPARE(learner.kept().providers.first(2), two().providers);
    }

    /// A file of one's own that has the administrator's id is no way out.
    void theLearnersFileCannotStandInForIt()
    {
        ProviderSetup fake = deepseek();
        fake.id = administratorsId;
        fake.baseUrl = QUrl(u"http://10.0.0.66/v1"_s);
        fake.keyPlace = KeyPlace::File;
        const Learner learner({ .defaultId = fake.id, .providers = { fake } });
        const Policy policy = policyFor(deepseek());
        const ProviderBook book(learner.settings(), policy);
        QCOMPARE(book.configured().providers.first(), *policy.answerer->model);
    }

    void nobodyIsAddedWhereThatIsNotAllowed()
    {
        Policy policy;
        policy.mayAddModels = false;
        const Learner learner;
        ProviderBook book(learner.settings(), policy);
        ConfiguredProviders wanted = book.configured();
        wanted.services.append({ .id = u"hub"_s, .url = QUrl(u"http://10.0.0.66:8000"_s) });
        QVERIFY(book.change(wanted));
        wanted = book.configured();
        wanted.providers.first().baseUrl = QUrl(u"http://10.0.0.66:11434"_s); // another server
        QVERIFY(book.change(wanted));
        wanted = book.configured();
        wanted.providers.removeFirst();
        wanted.defaultId = u"deepseek"_s;
        QVERIFY(!book.change(wanted));
        QCOMPARE(learner.kept(), wanted);
    }

    void timesAndCountsHoldForAllOfThem()
    {
        Policy policy;
        policy.timeoutSeconds = 20;
        policy.parallel = 2;
        policy.rounds = 0;
        const Learner learner;
        ProviderBook book(learner.settings(), policy);
        ConfiguredProviders wanted = book.configured();
        for (ProviderSetup& setup : wanted.providers) {
            QCOMPARE(setup.patience.silence, std::chrono::seconds(20));
            QCOMPARE(setup.parallel, 2);
            QCOMPARE(setup.reviewRounds, 0);
            setup.title = u"renamed"_s;
            setup.parallel = 6;
        }
        QVERIFY(!book.change(wanted));
        QCOMPARE(book.configured().providers.first().parallel, 2);
        ConfiguredProviders expected = two();
        for (ProviderSetup& setup : expected.providers)
            setup.title = u"renamed"_s;
        QCOMPARE(learner.kept(), expected);
    }
};

QTEST_GUILESS_MAIN(PolicyTest)
#include "PolicyTest.moc"
