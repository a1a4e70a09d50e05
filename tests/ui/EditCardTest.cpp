// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/EditCard.h"
#include "ButtonSearch.h"
#include "RunWindow.h"
#include "ui/WorkView.h"
#include "ui/chat/ChatItem.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/Transcript.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr auto reviewer = AgentId::StructureValidator;
constexpr auto editor = AgentId::RoadmapEditor;

RoadmapEdit edited(const std::function<void(Roadmap&)>& change)
{
    RoadmapEdit edit;
    edit.framework = sampleDesign().framework;
    change(edit.framework);
    return edit;
}

Concept& firstIn(Roadmap& roadmap)
{
    return roadmap.stages[0].modules[0].concepts[0];
}

QString lastText(ChatView& chat)
{
    const Transcript& transcript = chat.transcript();
    return transcript.item(transcript.count() - 1).plainText();
}

QLabel& listIn(const EditCard& card)
{
    const auto labels = card.findChildren<QLabel*>();
    const auto found = std::ranges::find_if(
        labels, [](const QLabel* label) { return label->textFormat() == Qt::RichText; });
    if (found == labels.cend())
        qFatal("no list");
    return **found;
}

} // namespace

/// What the learner reads of a review, and of what came of it.
class EditCardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatWasChanged()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(CompleteEvent { sampleDesign(), architect });
        RoadmapEdit edit = edited([](Roadmap& roadmap) {
            firstIn(roadmap).name = u"First steps"_s;
            firstIn(roadmap).estimatedHours = 4.0;
        });
        edit.modificationSummary = u"More practice."_s;
        chat.take(CompleteEvent { edit, editor });
        QCOMPARE(lastText(chat),
            u"2 change(s) to the roadmap\nMore practice.\n"
            "Renamed: First steps (before: Concept 1-1-1)\n"
            "Hours: First steps, 4 h instead of 1.5 h"_s);
        // The next one is compared with that.
        RoadmapEdit next = edit;
        firstIn(next.framework).estimatedHours = 5.0;
        chat.take(CompleteEvent { next, editor });
        QVERIFY(lastText(chat).endsWith(u"Hours: First steps, 5 h instead of 4 h"_s));
        chat.take(CompleteEvent { next, editor });
        QVERIFY(lastText(chat).startsWith(u"No concept was changed."_s));
    }

    void saysNoMoreThanItKnows()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        RoadmapEdit edit;
        edit.modificationSummary = u"Added a project."_s;
        chat.take(CompleteEvent { edit, editor });
        QCOMPARE(lastText(chat), u"The roadmap was mended.\nAdded a project."_s);
    }

    void aCheckLeadsToItsRemarks()
    {
        ChatView chat;
        chat.show();
        chat.beginConversation(u"x"_s);
        QSignalSpy wanted(&chat, &ChatView::remarksWanted);
        Validation validation;
        validation.overallScore = 77;
        chat.take(CompleteEvent { validation, AgentId::StructureValidator });
        QVERIFY(buttonNamed(chat, u"Show the remarks"_s) == nullptr); // there are none
        chat.take(FindingEvent {});
        QTRY_VERIFY(buttonNamed(chat, u"Show the remarks"_s) != nullptr);
        buttonNamed(chat, u"Show the remarks"_s)->click();
        QCOMPARE(wanted.size(), 1);
        // They were about the roadmap before.
        chat.take(CompleteEvent { RoadmapEdit(), AgentId::RoadmapEditor });
        QVERIFY(buttonNamed(chat, u"Show the remarks"_s) == nullptr);
        QVERIFY(shows(chat, u"Check: the roadmap scores 77 of 100, good."_s));
        // Those of the rules are there before the next check.
        chat.take(FindingEvent {});
        chat.take(CompleteEvent { validation, AgentId::StructureValidator });
        QTRY_VERIFY(buttonNamed(chat, u"Show the remarks"_s) != nullptr);
    }

    void aScoreIsNotPraisedWhereSomethingIsWrong()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        Validation validation;
        validation.overallScore = 77;
        validation.isValid = false;
        chat.take(CompleteEvent { validation, reviewer });
        QVERIFY(!shows(chat, u"good"_s));
        QVERIFY(lastText(chat).startsWith(
            u"Check: the roadmap scores 77 of 100, but something in it has to be better."_s));
    }

    void saysNothingTwice()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Sound. One thing is missing."_s, reviewer });
        Validation validation;
        validation.overallScore = 86.4;
        validation.summary = u"One thing is missing."_s;
        chat.take(CompleteEvent { validation, reviewer });
        QCOMPARE(lastText(chat), u"Check: the roadmap scores 86 of 100, good."_s);
        chat.take(CompleteEvent { sampleDesign(), architect });
        chat.take(ChunkEvent { u"I added it."_s, editor });
        RoadmapEdit edit = edited([](Roadmap& roadmap) { firstIn(roadmap).name = u"It"_s; });
        edit.modificationSummary = u"I added it."_s;
        chat.take(CompleteEvent { edit, editor });
        QVERIFY(!lastText(chat).contains(u"I added it."_s));
        // Who says nothing before the result is named by that.
        chat.take(CompleteEvent { validation, reviewer });
        QCOMPARE(
            lastText(chat), u"Check: the roadmap scores 86 of 100, good.\nOne thing is missing."_s);
    }

    void namesAreNoMarkup()
    {
        const EditCard card({ .summary = {},
            .changes = QList<RoadmapChange> { { .kind = RoadmapChange::Kind::Renamed,
                .conceptId = u"c"_s,
                .name = u"<img src=x> & <b>co</b>"_s,
                .nameBefore = u"<a href=\"7\">old</a>"_s } } });
        const QString text = listIn(card).text();
        QVERIFY2(text.contains(u"&lt;img src=x&gt; &amp; &lt;b&gt;co&lt;/b&gt;</a>"_s),
            qPrintable(text));
        QCOMPARE(text.count(u"<a "_s), 1);
    }

    void linksAreReadOnTheCard_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::newRow("light") << QColor(u"#efefef"_s);
        QTest::newRow("dark") << QColor(u"#2a2e32"_s);
    }
    void linksAreReadOnTheCard()
    {
        QFETCH(const QColor, window);
        EditCard card({ .summary = {},
            .changes = QList<RoadmapChange> { { .conceptId = u"c"_s, .name = u"New"_s } } });
        card.setPalette(QPalette(window)); // also after it was made
        const QString text = listIn(card).text();
        const QColor link(text.section(u"color:"_s, 1).left(7));
        QVERIFY2(link.isValid(), qPrintable(text));
        QVERIFY(contrastRatio(link, tint(card.palette(), card.tone()).fill) >= 4.5);
    }

    void whatIsLongIsFolded()
    {
        QList<RoadmapChange> changes;
        for (int i = 0; i < 70; ++i)
            changes.append({ .conceptId = {}, .name = u"Gone %1"_s.arg(i) });
        for (RoadmapChange& change : changes)
            change.kind = RoadmapChange::Kind::Removed;
        const EditCard card({ .summary = {}, .changes = changes });
        QCOMPARE(listIn(card).text().count(u"Gone"_s), 8);
        card.findChild<QToolButton*>()->click();
        QCOMPARE(listIn(card).text().count(u"Gone"_s), 50);
        QVERIFY(listIn(card).text().endsWith(u"and 20 more"_s));
        QVERIFY(!listIn(card).text().contains(u"<a "_s)); // there is nothing to open
    }

    void aChangedConceptOpens()
    {
        ScriptedSource source;
        TestSettings settings;
        MainWindow window(source, settings.all(), wish());
        window.resize(1100, 700);
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(CompleteEvent {
            edited([](Roadmap& roadmap) { firstIn(roadmap).name = u"First steps"_s; }), editor });
        QTRY_VERIFY(window.findChild<EditCard*>() != nullptr);
        auto& filter = *window.findChild<WorkView*>()->roadmap().findChild<QLineEdit*>();
        filter.setText(u"Concept 3"_s); // does not hold it
        Q_EMIT listIn(*window.findChild<EditCard*>()).linkActivated(u"0"_s);
        QTRY_COMPARE(treeOf(window).currentIndex().data(RoadmapTreeModel::IdRole).toString(),
            u"concept-1-1-1"_s);
        QVERIFY(window.findChild<ConceptPane*>()->isVisible());
    }
};

} // namespace roadloom

QTEST_MAIN(roadloom::EditCardTest)
#include "EditCardTest.moc"
