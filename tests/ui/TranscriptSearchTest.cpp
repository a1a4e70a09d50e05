// SPDX-License-Identifier: Apache-2.0
// What the search has counted in cards that say something else since.
#include "ui/chat/TranscriptSearch.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/StoppedCard.h"
#include "ui/chat/Transcript.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

class Conversation : public ChatView {
public:
    Conversation()
    {
        resize(500, 500);
        show();
        beginConversation(u"x"_s);
    }

    [[nodiscard]] TranscriptSearch& search()
    {
        return *transcript().findChild<TranscriptSearch*>();
    }
};

} // namespace

class TranscriptSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatARetiredCardSaidIsNotCounted()
    {
        Conversation chat;
        chat.noteStopped(Kept::Words, true, Ending::Stopped);
        TranscriptSearch& search = chat.search();
        search.setWords(u"said so far"_s);
        QTRY_COMPARE(search.count(), 1);
        QCOMPARE(search.current(), 1);
        chat.beginAnotherTry();
        QTRY_COMPARE(search.count(), 0);
        QCOMPARE(search.current(), 0);
    }

    void aCardThatStaysIsReadByTheNextStep()
    {
        Conversation chat;
        chat.take(ReviewRequestedEvent {});
        TranscriptSearch& search = chat.search();
        search.setWords(u"your own words"_s);
        QTRY_COMPARE(search.count(), 1);
        chat.noteStopped(Kept::Words, false, Ending::Stopped);
        search.next();
        QCOMPARE(search.count(), 0);
        QCOMPARE(search.current(), 0);
    }

    void whatARetiredCardSaysIsFound()
    {
        Conversation chat;
        chat.take(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, {} });
        TranscriptSearch& search = chat.search();
        search.setWords(u"tried again"_s);
        search.next();
        QCOMPARE(search.count(), 0);
        chat.beginAnotherTry();
        QTRY_COMPARE(search.count(), 1);
    }
};

QTEST_MAIN(TranscriptSearchTest)
#include "TranscriptSearchTest.moc"
