// SPDX-License-Identifier: Apache-2.0
// A window of Qt with one tree and one text view and nothing else: the measure that Roadloom's own
// window is held against.
#include <QApplication>
#include <QSplitter>
#include <QTextEdit>
#include <QTreeView>

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QSplitter window;
    window.addWidget(new QTextEdit);
    window.addWidget(new QTreeView);
    window.resize(1120, 720);
    window.show();
    return QApplication::exec();
}
