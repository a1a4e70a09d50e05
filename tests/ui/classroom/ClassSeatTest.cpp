// SPDX-License-Identifier: Apache-2.0
// What a class means for a learner's window.
#include "core/classroom/HubSearch.h"
#include "core/classroom/JoinLink.h"
#include "core/hub/ClassBoard.h"
#include "core/hub/Hub.h"
#include "core/workflow/OfflineSource.h"
#include "tests/ui/ProgramStart.h"
#include "ui/classroom/JoinDialog.h"
#include "ui/window/PassingRemark.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

/// A class on this machine.
struct Class {
    explicit Class(const QByteArray& classCode = "ABCD2345", quint16 port = 0)
        : code(classCode)
        , hub({ .port = port, .classCode = classCode },
              [] { return std::make_unique<OfflineSource>(); })
    {
        if (hub.listen())
            qFatal("nothing can be served");
    }
    [[nodiscard]] JoinLink link() const
    {
        return { .hub = QUrl(u"http://127.0.0.1:%1"_s.arg(hub.port())),
            .code = code,
            .fingerprint = {},
            .name = u"Maths"_s };
    }

    QByteArray code;
    Hub hub;
};

/// A learner's window, with a library. Another one of the same folder is its next start.
struct Learner {
    Learner(const QString& folder, TestSettings& settings)
        : library(folder)
        , memory(folder + u"/window.ini"_s)
    {
        if (library.open())
            qFatal("the library cannot be opened");
        LearnerRequest request = wish();
        request.userId = u"ada"_s;
        window = std::make_unique<MainWindow>(source, settings.all(), request,
            WindowStores { .library = &library, .memory = &memory },
            ClassroomParts {
                .answeringHub = [&settings]() -> std::optional<AnsweringHub> {
                    const ConfiguredProviders& configured = settings.book().configured();
                    const auto* const service = configured.service(configured.defaultId);
                    return service != nullptr ? std::optional(AnsweringHub { .setup = *service })
                                              : std::nullopt;
                },
                .makeSearch =
                    [] {
                        return std::make_unique<HubSearch>(
                            1, QList<QHostAddress> { QHostAddress(QHostAddress::LocalHost) }, 1ms);
                    } });
        QObject::connect(&settings.book(), &ProviderBook::changed, &source,
            [this] { Q_EMIT source.titleChanged(); });
        window->show();
    }

    void join(const JoinLink& link) const
    {
        window->takeJoinLink(joinLinkText(link));
        for (QPushButton* const button :
            window->findChild<JoinDialog*>()->findChildren<QPushButton*>()) {
            if (button->text() == u"&Join")
                button->click();
        }
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = window->findChild<PassingRemark*>()->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&words](const QLabel* label) { return label->text().contains(words); });
    }
    [[nodiscard]] QAction& handIn() const
    {
        for (QAction* const action : window->findChildren<QAction*>()) {
            if (action->text().remove(u'&') == u"Hand this roadmap to the teacher")
                return *action;
        }
        qFatal("no such command");
    }
    [[nodiscard]] QStringList kept()
    {
        std::optional<QStringList> titles;
        const QObject once;
        QObject::connect(&library, &Library::historyRead, &once,
            [&titles](const Result<QList<LibraryLine>>& read) {
                titles.emplace();
                for (const LibraryLine& line : read.value())
                    titles->append(line.title);
            });
        library.readHistory();
        if (!QTest::qWaitFor([&titles] { return titles.has_value(); }))
            qFatal("the library cannot be read");
        return *titles;
    }

    ScriptedSource source;
    Library library;
    WindowMemory memory;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class ClassSeatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoJoinsIsAnsweredByTheHub()
    {
        const Class lesson;
        const QTemporaryDir folder;
        TestSettings settings;
        const Learner learner(folder.path(), settings);
        QCOMPARE(learner.handIn().toolTip(), u"Join a class first."_s);
        learner.join(lesson.link());
        QTRY_VERIFY(learner.says(u"You have joined “Maths”."_s));
        const ConfiguredProviders& configured = settings.book().configured();
        QCOMPARE(configured.services.size(), 1);
        QCOMPARE(configured.defaultId, configured.services.first().id);
        QCOMPARE(configured.services.first().url, lesson.link().hub);
        QVERIFY(!settings.bytes().contains("ABCD"));
        learner.join(lesson.link());
        QTRY_VERIFY(learner.window->findChild<JoinDialog*>() == nullptr);
        QCOMPARE(settings.book().configured().services.size(), 1); // the same one
    }

    void whatIsHandedOutComesIntoTheLibraryOnce()
    {
        Class lesson;
        const QTemporaryDir folder;
        TestSettings settings;
        QVERIFY(!lesson.hub.board().handOut(sampleDesign().framework));
        const QString title = sampleDesign().framework.title;
        {
            Learner learner(folder.path(), settings);
            learner.join(lesson.link());
            QTRY_VERIFY(learner.says(u"Your teacher has handed out “"_s + title));
            QTRY_COMPARE(learner.kept(), QStringList { title });
        }
        Learner next(folder.path(), settings);
        Roadmap another = sampleDesign().framework;
        another.title = u"Another"_s;
        QVERIFY(!lesson.hub.board().handOut(another));
        QTRY_VERIFY(next.says(u"Your teacher has handed out “Another”"_s));
        QTRY_COMPARE(next.kept().size(), 2); // and not the first one again
    }

    void theNextLessonsCodeIsFollowed()
    {
        const QTemporaryDir folder;
        TestSettings settings;
        Learner learner(folder.path(), settings);
        quint16 port = 0;
        {
            const Class lesson;
            port = lesson.hub.port();
            learner.join(lesson.link());
            QTRY_COMPARE(learner.handIn().toolTip(), u"Open a roadmap first."_s);
        }
        Class next("WXYZ2345", port);
        QVERIFY(!next.hub.board().handOut(sampleDesign().framework));
        learner.join(next.link());
        QTRY_VERIFY(learner.says(u"Your teacher has handed out “"_s));
    }

    void theRoadmapInFrontGoesToTheTeacher()
    {
        Class lesson;
        QSignalSpy handedIn(&lesson.hub.board(), &ClassBoard::handedIn);
        const QTemporaryDir folder;
        TestSettings settings;
        Learner learner(folder.path(), settings);
        learner.join(lesson.link());
        QTRY_COMPARE(learner.handIn().toolTip(), u"Open a roadmap first."_s);
        QVERIFY(!learner.handIn().isEnabled());
        learner.window->start();
        learner.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        learner.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        learner.source.emitEvent(doneWith(sampleDesign()));
        QTRY_VERIFY(learner.handIn().isEnabled());
        learner.handIn().trigger();
        QTRY_COMPARE(handedIn.size(), 1);
        QTRY_VERIFY(learner.says(u"Your teacher has your roadmap now."_s));
    }

    void whoLeavesTheClassHearsNothing()
    {
        Class lesson;
        const QTemporaryDir folder;
        TestSettings settings;
        Learner learner(folder.path(), settings);
        learner.join(lesson.link());
        QTRY_COMPARE(learner.handIn().toolTip(), u"Open a roadmap first."_s);
        ConfiguredProviders configured = settings.book().configured();
        configured.defaultId = offlineId;
        QVERIFY(!settings.book().change(configured));
        QCOMPARE(learner.handIn().toolTip(), u"Join a class first."_s);
    }
};

QTEST_MAIN(ClassSeatTest)
#include "ClassSeatTest.moc"
