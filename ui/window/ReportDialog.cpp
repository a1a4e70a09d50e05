// SPDX-License-Identifier: Apache-2.0
#include "ui/window/ReportDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"
#include "ui/window/FittingSize.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace roadloom {

ReportDialog::ReportDialog(QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_outcome(new TextLabel(TextLabel::Style::Muted))
{
    setWindowTitle(tr("Report a problem"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Report"));
    m_text->setPlaceholderText(tr("The library is being checked…"));
    m_outcome->hide();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_save->setEnabled(false);
    m_copy->setEnabled(false);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::askWhere);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_outcome->setText(tr("The report was copied."));
        m_outcome->show();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit);
    column->addWidget(new TextLabel(TextLabel::Style::Body,
        tr("This is all that the report holds. Nothing is sent: save or copy it, read it, and give "
           "it to whoever helps you.")));
    column->addWidget(new TextLabel(TextLabel::Style::Muted,
        tr("In it: versions, screen and style, settings, how the library's file is, the last lines "
           "of the log. Not in it: your goals, roadmaps, notes and keys, names and addresses of "
           "servers, and your folders.")));
    column->addWidget(m_text, 1);
    column->addWidget(m_outcome);
    column->addWidget(buttons);
    // The box leads Tab to the first of them, wherever that stands in the order.
    setTabOrder(m_save, m_copy);
    setTabOrder(m_copy, buttons->button(QDialogButtonBox::Close));
    resize(fittingSize(*this, { 80 * spacingUnit, 64 * spacingUnit }));
}

void ReportDialog::setReport(const QString& text)
{
    m_text->setPlainText(text);
    m_save->setEnabled(true);
    m_copy->setEnabled(true);
}

void ReportDialog::askWhere()
{
    auto* const dialog = new QFileDialog(this, tr("Save the report"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"roadloom-report.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::save);
    dialog->open();
}

void ReportDialog::save(const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_text->toPlainText().toUtf8() + '\n';
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    const QString shown = displayLine(QDir::toNativeSeparators(path));
    m_outcome->setStyle(isWritten ? TextLabel::Style::Muted : TextLabel::Style::Alarm);
    m_outcome->setText(isWritten ? tr("The report was written to %1.").arg(shown)
                                 : tr("%1 cannot be written. Choose another folder.").arg(shown));
    m_outcome->show();
}

} // namespace roadloom
