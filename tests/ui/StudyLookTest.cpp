// SPDX-License-Identifier: Apache-2.0
// Small drawings that say how far one is, or that something unfolds.
#include "ui/look/FoldButton.h"
#include "ui/look/RoomyStyle.h"
#include "ui/look/Theme.h"
#include "ui/study/ShareBar.h"

#include <QImage>
#include <QPainter>
#include <QStyleOption>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What is drawn of a picture, a line a row.
int inkIn(const QImage& image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixelColor(x, y) != QColor(Qt::white) ? 1 : 0;
    }
    return ink;
}

struct PaintCount : QObject {
    explicit PaintCount(QObject& watched) { watched.installEventFilter(this); }
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int count = 0;
};

} // namespace

class StudyLookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingLearntDoesNotLookLikeAll_data()
    {
        QTest::addColumn<int>("thickness");
        QTest::newRow("header") << 6;
        QTest::newRow("row") << 3;
    }
    void nothingLearntDoesNotLookLikeAll()
    {
        QFETCH(const int, thickness);
        const auto drawn = [thickness](double share) {
            QImage image(100, thickness, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            // As strong as in high contrast, where both have one colour.
            paintShare(painter, image.rect(), share, { .share = Qt::black, .rail = Qt::black },
                Qt::LeftToRight);
            painter.end();
            return inkIn(image);
        };
        QVERIFY2(drawn(0.0) * 2 < drawn(1.0), qPrintable(QString::number(drawn(0.0))));
        QVERIFY(drawn(0.0) < drawn(0.01));
        QVERIFY(drawn(0.01) < drawn(0.5));
    }

    void theFirstConceptIsDrawn()
    {
        ShareBar bar;
        bar.resize(300, 6);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        PaintCount painted(bar);
        bar.setShare(0.01);
        QTRY_VERIFY(painted.count > 0);
    }

    void inHighContrastPartsAreParted()
    {
        const RoomyStyle style(u"Fusion"_s);
        const auto ink = [&style](bool isHighContrast) {
            QStyleOption option;
            option.rect = QRect(0, 0, 5, 60);
            option.state = QStyle::State_Horizontal;
            option.palette = themePalette({ .isHighContrast = isHighContrast });
            option.palette.setColor(QPalette::Window, Qt::white);
            QImage image(option.rect.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            style.drawControl(QStyle::CE_Splitter, &option, &painter, nullptr);
            painter.end();
            return inkIn(image);
        };
        QVERIFY(ink(true) >= 60);
        QVERIFY(ink(false) < 60);
    }

    void theArrowGrowsWithTheText()
    {
        const auto ink = [](int points) {
            FoldButton fold;
            QPalette look;
            look.setColor(QPalette::Window, Qt::white);
            look.setColor(QPalette::WindowText, Qt::black);
            fold.setPalette(look);
            QFont font = fold.font();
            font.setPointSize(points);
            fold.setFont(font);
            fold.setText(u"Unfold"_s);
            fold.resize(fold.sizeHint());
            QImage image(fold.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            fold.render(&image, {}, {}, {});
            return inkIn(image.copy(0, 0, fold.fontMetrics().height(), fold.height()));
        };
        QVERIFY(ink(9) > 0);
        QVERIFY(ink(18) > ink(9));
    }
};

QTEST_MAIN(StudyLookTest)
#include "StudyLookTest.moc"
