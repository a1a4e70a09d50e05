// SPDX-License-Identifier: Apache-2.0
// The window when a roadmap is ready and the learner has the last word.
#include "ButtonSearch.h"
#include "RunWindow.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ReviewCard.h"
#include "ui/chat/Transcript.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOptionFrame>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What a run tells, up to where the learner has the last word. More than a window shows at once.
QList<AgentEvent> runToReview()
{
    return {
        ChunkEvent { u"A paragraph of words.\n\n"_s.repeated(40), architect },
        CompleteEvent { sampleDesign(), architect },
        ReviewRequestedEvent {},
    };
}

/// The card that asks, the last of all.
ReviewCard& reviewIn(const MainWindow& window)
{
    return *window.findChildren<ReviewCard*>().constLast();
}

QLineEdit& wishField(const MainWindow& window)
{
    return *reviewIn(window).findChild<QLineEdit*>();
}

} // namespace

class LearnersWordTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void escapeWhileWritingLosesNothing()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        for (const AgentEvent& event : runToReview())
            source.emitEvent(event);
        QLineEdit& field = wishField(window);
        field.setFocus();
        QTest::keyClicks(&field, u"Less theory"_s);
        press(window, QKeyCombination(Qt::Key_Escape));
        QCOMPARE(source.cancelled(), 0);
        QVERIFY(!field.hasFocus());
        QCOMPARE(field.text(), u"Less theory"_s);
        // What was written is not sent, but it can still be copied.
        press(window, Qt::CTRL | Qt::Key_Period);
        QCOMPARE(source.cancelled(), 1);
        QVERIFY(source.answers().isEmpty());
        QVERIFY(!field.isVisible());
        const auto labels = reviewIn(window).findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text() == u"Less theory"_s
                && label->textInteractionFlags().testFlag(Qt::TextSelectableByMouse);
        }));
    }

    void theLearnersWordIsOneKeyAway_data()
    {
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("from the conversation") << false;
        QTest::newRow("not from the roadmap") << true;
    }
    void theLearnersWordIsOneKeyAway()
    {
        QFETCH(const bool, elsewhere);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        QList<AgentEvent> events = runToReview();
        const AgentEvent review = events.takeLast();
        for (const AgentEvent& event : events)
            source.emitEvent(event);
        if (elsewhere)
            treeOf(window).setFocus();
        const QWidget* const before = window.focusWidget();
        auto& chat = window.findChild<ChatView*>()->transcript();
        chat.verticalScrollBar()->setValue(0);
        source.emitEvent(review);
        QCOMPARE(window.focusWidget() == before, elsewhere);
        QCOMPARE(reviewIn(window).isAncestorOf(window.focusWidget()), !elsewhere);
        const auto bottom = [&] {
            const ReviewCard& card = reviewIn(window);
            return card.mapTo(chat.viewport(), QPoint(0, card.height())).y();
        };
        QTRY_VERIFY(bottom() > 0 && bottom() <= chat.viewport()->height());
        if (!elsewhere) {
            press(window, QKeyCombination(Qt::Key_Space));
            QCOMPARE(source.answers(), QStringList { QString() });
        }
    }

    void whatWasFoundIsMendedWithOnePress()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(ReviewRequestedEvent {});
        QVERIFY(!button(reviewIn(window), u"Mend the remarks"_s).isVisible()); // there are none
        source.emitEvent(FindingEvent { { .rule = u"V"_s,
            .severity = Severity::Warning,
            .location = {},
            .issue = u"Too little practice."_s,
            .suggestion = u"Add a project."_s } });
        source.emitEvent(ReviewRequestedEvent {});
        button(reviewIn(window), u"Mend the remarks"_s).click();
        QCOMPARE(source.answers(),
            QStringList {
                u"Mend what the check found:\n- Whole roadmap: Too little practice. Add a "
                "project."_s });
    }

    void aWishMayFollowOneThatFailed()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        for (const AgentEvent& event : runToReview())
            source.emitEvent(event);
        QTest::keyClicks(&wishField(window), u"More practice"_s);
        QTest::keyClick(&wishField(window), Qt::Key_Return);
        QCOMPARE(source.answers(), QStringList { u"More practice"_s });
        source.emitEvent(ChunkEvent { u"Let me see."_s, AgentId::RoadmapEditor });
        source.emitEvent(FindingEvent {
            { u"V"_s, Severity::Warning, {}, u"What you asked for could not be done."_s, {} } });
        source.emitEvent(ReviewRequestedEvent {});
        QCOMPARE(window.findChildren<ReviewCard*>().size(), 2);
        QCOMPARE(treeOf(window).model()->rowCount(), 3);
        QVERIFY(wishField(window).text().isEmpty());
        QTest::keyClicks(&wishField(window), u"Less theory"_s);
        QTest::keyClick(&wishField(window), Qt::Key_Return);
        QCOMPARE(source.answers(), (QStringList { u"More practice"_s, u"Less theory"_s }));
        CurriculumDesign changed = sampleDesign();
        changed.framework.stages.removeLast();
        source.emitEvent(CompleteEvent {
            RoadmapEdit { changed.framework, {}, {}, {} }, AgentId::RoadmapEditor });
        QCOMPARE(treeOf(window).model()->rowCount(), 2);
        source.emitEvent(ReviewRequestedEvent {});
        press(window, QKeyCombination(Qt::Key_Space));
        QCOMPARE(source.answers().size(), 3);
        source.emitEvent(doneWith(changed));
        QVERIFY(shows(window, u"Ready"_s));
    }

    void theHintOfTheWishIsSeenWhole()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.resize(800, 480);
        window.start();
        for (const AgentEvent& event : runToReview())
            source.emitEvent(event);
        QCoreApplication::processEvents();
        const QLineEdit& field = wishField(window);
        QStyleOptionFrame option;
        option.initFrom(&field);
        const int room
            = field.style()->subElementRect(QStyle::SE_LineEditContents, &option, &field).width();
        constexpr int lineEditMargins = 4; // its own, at both sides
        QVERIFY(field.fontMetrics().horizontalAdvance(field.placeholderText())
            <= room - lineEditMargins);
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(LearnersWordTest)
#include "LearnersWordTest.moc"
