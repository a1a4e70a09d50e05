// SPDX-License-Identifier: Apache-2.0
// What a window of Qt costs that holds one tree and one text view and nothing else: the measure
// that Roadloom's own window is held against. Quits after its first paint.
#include <QApplication>
#include <QEvent>
#include <QSplitter>
#include <QTextEdit>
#include <QTreeView>

namespace {

/// Ends the program in the turn after something was painted.
class FirstPaint : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return false;
    }
};

} // namespace

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QSplitter window;
    auto* const text = new QTextEdit;
    window.addWidget(text);
    window.addWidget(new QTreeView);
    window.resize(1120, 720);
    FirstPaint firstPaint;
    text->viewport()->installEventFilter(&firstPaint);
    window.show();
    return QApplication::exec();
}
