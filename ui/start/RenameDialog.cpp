// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RenameDialog.h"

#include "core/storage/Library.h"
#include "ui/look/Accents.h"
#include "ui/look/ClearButton.h"
#include "ui/look/DisplayText.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace roadloom {

RenameDialog::RenameDialog(const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_title(new QLineEdit(displayLine(title, Library::longestTitle)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rename roadmap"));
    m_title->setMaxLength(Library::longestTitle);
    setClearButton(*m_title);
    auto* const label = new QLabel(tr("&Title"));
    label->setBuddy(m_title);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* const rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit);
    column->addWidget(label);
    column->addWidget(m_title);
    column->addWidget(buttons);
    rename->setDefault(true); // now that it has its dialog
    connect(m_title, &QLineEdit::textChanged, rename, [rename](const QString& typed) {
        rename->setEnabled(!Library::titleFrom(typed).isEmpty());
    });
    rename->setEnabled(!Library::titleFrom(m_title->text()).isEmpty());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const QString chosen = Library::titleFrom(m_title->text());
        accept();
        Q_EMIT titleChosen(chosen);
    });
}

/// Wide enough for a title, as far as its window is.
void RenameDialog::showEvent(QShowEvent* event)
{
    constexpr int wide = 56 * spacingUnit;
    const QWidget* const window = parentWidget() != nullptr ? parentWidget()->window() : nullptr;
    const int room = window != nullptr ? window->width() - 4 * spacingUnit : wide;
    resize(qBound(sizeHint().width(), room, wide), sizeHint().height());
    m_title->selectAll();
    m_title->setFocus();
    QDialog::showEvent(event);
}

} // namespace roadloom
