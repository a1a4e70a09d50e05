// SPDX-License-Identifier: Apache-2.0
#include "ui/window/LinkQuestion.h"

#include "core/storage/Policy.h"
#include "ui/look/DisplayText.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct LinkQuestion {
    Q_DECLARE_TR_FUNCTIONS(LinkQuestion)
};

bool isWebPage(const QUrl& address)
{
    const QString scheme = address.scheme();
    return address.isValid() && !address.host().isEmpty()
        && (scheme == "https"_L1 || scheme == "http"_L1);
}

QString questionAbout(const QUrl& address, bool mayOpen)
{
    if (!isWebPage(address))
        return LinkQuestion::tr("This address is not of a web page, so it is not opened.");
    if (!mayOpen)
        return LinkQuestion::tr("Your administrator lets no pages be opened from here.");
    return LinkQuestion::tr("Open this page of %1 in the browser?")
        .arg(displayLine(address.host(QUrl::FullyEncoded)));
}

} // namespace

void askAboutLink(const QUrl& address, const Policy& policy, QWidget* window)
{
    constexpr qsizetype longest = 500;
    auto* const box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(questionAbout(address, policy.mayOpenLinks));
    // Encoded, since look-alike letters and controls could make it read as something else.
    box->setInformativeText(displayLine(QString::fromLatin1(address.toEncoded()), longest));

    if (isWebPage(address) && policy.mayOpenLinks) {
        QPushButton* const open
            = box->addButton(LinkQuestion::tr("&Open"), QMessageBox::ActionRole);
        QObject::connect(
            open, &QPushButton::clicked, box, [address] { QDesktopServices::openUrl(address); });
    }
    QPushButton* const copy = box->addButton(LinkQuestion::tr("&Copy"), QMessageBox::ActionRole);
    QObject::connect(copy, &QPushButton::clicked, box, [address] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(address.toEncoded()));
    });
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->open();
}

} // namespace roadloom
