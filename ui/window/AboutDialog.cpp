// SPDX-License-Identifier: Apache-2.0
#include "ui/window/AboutDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/TextLabel.h"
#include "ui/window/FittingSize.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTabWidget>
#include <QTreeWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Component {
    const char* name;
    const char* licence;
    const char* address;
};

// Names, licences by their SPDX identifiers, and where they live.
constexpr std::array components {
    Component { "Qt 6", "LGPL-3.0-only", "https://www.qt.io" },
    Component { "Boost.JSON", "BSL-1.0", "https://www.boost.org" },
    Component { "ICU", "ICU", "https://icu.unicode.org" },
    Component { "QtKeychain", "BSD-3-Clause", "https://github.com/frankosterfeld/qtkeychain" },
};

/// What somebody who helps wants to know; nothing about the learner.
QString diagnostics()
{
    return u"Roadloom %1\nQt %2 (%3)\n%4, %5\n%6\n"_s.arg(QCoreApplication::applicationVersion(),
        QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QLocale().name());
}

QWidget* licencesPage()
{
    auto* const list = new QTreeWidget;
    list->setAccessibleName(AboutDialog::tr("Made with"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels(
        { AboutDialog::tr("Name"), AboutDialog::tr("Licence"), AboutDialog::tr("Where") });
    for (const Component& component : components)
        new QTreeWidgetItem(list,
            { QString::fromLatin1(component.name), QString::fromLatin1(component.licence),
                QString::fromLatin1(component.address) });
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return list;
}

/// With lines as long as the window has room for: a line of the file that is full goes on in the
/// next one.
QString flowing(const QString& text)
{
    constexpr qsizetype full = 60;
    QString flows;
    qsizetype before = 0; // how long the line before was, 0: a paragraph begins
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QStringView words = line.trimmed();
        if (!flows.isEmpty())
            flows += before >= full && !words.isEmpty() ? u' ' : u'\n';
        flows += words;
        before = words.isEmpty() ? 0 : line.size();
    }
    return flows;
}

QWidget* ownLicencePage()
{
    auto* const text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(AboutDialog::tr("Licence"));
    QFile file(u":/LICENSE"_s);
    if (file.open(QIODevice::ReadOnly))
        text->setPlainText(flowing(QString::fromUtf8(file.readAll())));
    return text;
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Roadloom"));
    auto* const picture = new QLabel;
    constexpr int pictureSize = 8 * spacingUnit;
    picture->setPixmap(QGuiApplication::windowIcon().pixmap(QSize(pictureSize, pictureSize)));
    auto* const words = new QVBoxLayout;
    words->setSpacing(spacingUnit / 2);
    words->addWidget(new TextLabel(TextLabel::Style::Title, u"Roadloom"_s));
    words->addWidget(new TextLabel(
        TextLabel::Style::Muted, tr("Version %1").arg(QCoreApplication::applicationVersion())));
    words->addWidget(new TextLabel(
        TextLabel::Style::Body, tr("From what you want to learn to a roadmap you can follow.")));
    words->addStretch();
    auto* const top = new QHBoxLayout;
    top->setSpacing(2 * spacingUnit);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto* const pages = new QTabWidget;
    pages->addTab(ownLicencePage(), tr("Licence"));
    pages->addTab(licencesPage(), tr("Made with"));

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* const copy
        = buttons->addButton(tr("&Copy details for a report"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
        [] { QGuiApplication::clipboard()->setText(diagnostics()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(2 * spacingUnit);
    column->addLayout(top);
    column->addWidget(pages, 1);
    column->addWidget(buttons);
    // The box leads Tab to the first of them, wherever that stands in the order.
    setTabOrder(copy, buttons->button(QDialogButtonBox::Close));
    resize(fittingSize(*this, { 64 * spacingUnit, 56 * spacingUnit }));
}

} // namespace roadloom
