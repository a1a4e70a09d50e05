// SPDX-License-Identifier: Apache-2.0
#include "ui/RunController.h"

#include "ScriptedSource.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class RunControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForTheLanguageOfTheGoalOrTheUser_data()
    {
        QTest::addColumn<QString>("goal");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("sent");
        QTest::addRow("a goal in Chinese") << u"学习 SQL"_s << QString() << QString();
        QTest::addRow("any other goal") << u"learn SQL"_s << QString() << u"fr"_s;
        QTest::addRow("asked for") << u"学习 SQL"_s << u"en"_s << u"en"_s;
    }

    /// Each run anew: the goal may have been typed in another language than the one before.
    void asksForTheLanguageOfTheGoalOrTheUser()
    {
        QFETCH(const QString, goal);
        QFETCH(const QString, asked);
        QFETCH(const QString, sent);
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        ScriptedSource source;
        RunController run(source);
        LearnerRequest request;
        request.preferences.learningGoal = goal;
        request.preferences.language = asked;
        run.start(request);
        QCOMPARE(source.requests().constLast().preferences.language, sent);
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RunControllerTest)
#include "RunControllerTest.moc"
