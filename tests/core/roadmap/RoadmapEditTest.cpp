// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapEdit.h"

#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class RoadmapEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAnEditOverARoundTrip()
    {
        RoadmapEdit edit;
        edit.framework = sample::perfectRoadmap();
        edit.modificationSummary = u"A project was added."_s;
        edit.preservedElements = { u"stage-1"_s, u"stage-2"_s };
        edit.extras["mood"] = 1;
        const Result<RoadmapEdit> again = readRoadmapEdit(toJson(edit));
        QVERIFY(again.ok());
        QCOMPARE(again.value(), edit);
    }

    void readsTheBareFramework()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        const Result<RoadmapEdit> edit = readRoadmapEdit(toJson(roadmap));
        QVERIFY(edit.ok());
        QCOMPARE(edit.value().framework, roadmap);
        QCOMPARE(edit.value().modificationSummary, QString());
    }

    void oneWithoutBracketsIsAListOfOne()
    {
        json::object object;
        object["framework"] = toJson(sample::perfectRoadmap());
        object["preserved_elements"] = "stage-1";
        QVERIFY(!readRoadmapEdit(object));
        QStringList mends;
        const Result<RoadmapEdit> edit = readRoadmapEdit(object, &mends);
        QVERIFY(edit);
        QCOMPARE(edit.value().preservedElements, QStringList { u"stage-1"_s });
        QCOMPARE(mends.size(), 1);
    }

    void fillsInWhatIsLeftOut()
    {
        json::object object;
        object["framework"] = toJson(sample::perfectRoadmap());
        object["preserved_elements"] = nullptr;
        QVERIFY(readRoadmapEdit(object).ok());
    }

    void namesThePathOfWhatIsWrong()
    {
        json::object object = toJson(RoadmapEdit { .framework = sample::perfectRoadmap(),
            .modificationSummary = {},
            .preservedElements = {},
            .extras = {} });
        object["framework"].get_object().erase("title");
        object["modification_summary"] = 1;
        const Result<RoadmapEdit> edit = readRoadmapEdit(object);
        QVERIFY(!edit.ok());
        QCOMPARE(edit.error().kind, ErrorKind::BadOutput);
        QCOMPARE(edit.error().details,
            u"framework.title: expected a text, found nothing\n"
            "modification_summary: expected a text, found the number 1"_s);
        QVERIFY(!readRoadmapEdit(json::array()).ok());
        QVERIFY(!readRoadmapEdit(json::object()).ok());
    }

    void boundsTheNumberOfConcepts()
    {
        json::object object;
        object["framework"] = toJson(sample::largeRoadmap(maxConcepts + 1));
        const Result<RoadmapEdit> edit = readRoadmapEdit(object);
        QVERIFY(!edit.ok());
        QCOMPARE(edit.error().kind, ErrorKind::TooLarge);
    }

    void boundsWhatWasPreserved()
    {
        RoadmapEdit edit;
        edit.framework = sample::perfectRoadmap();
        edit.preservedElements = QStringList(1001, u"a"_s);
        QVERIFY(!readRoadmapEdit(toJson(edit)).ok());
    }
};

QTEST_GUILESS_MAIN(RoadmapEditTest)
#include "RoadmapEditTest.moc"
