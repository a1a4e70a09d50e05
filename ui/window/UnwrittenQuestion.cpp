// SPDX-License-Identifier: Apache-2.0
#include "ui/window/UnwrittenQuestion.h"

#include "core/storage/Library.h"

#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

UnwrittenQuestion::UnwrittenQuestion(const Library* library, QWidget& window)
    : m_library(library)
    , m_window(window)
{
    if (m_library == nullptr)
        return;
    const auto closeIfVain = [this] {
        if (m_box && !isNeeded())
            m_box->close();
    };
    connect(m_library, &Library::keepingChanged, this, closeIfVain);
}

bool UnwrittenQuestion::isNeeded() const
{
    return m_library != nullptr && m_library->keeping() == Keeping::Waiting;
}

void UnwrittenQuestion::before(const std::function<void()>& then)
{
    if (!isNeeded()) {
        then();
        return;
    }
    m_box = new QMessageBox(&m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setIcon(QMessageBox::Warning);
    m_box->setText(tr("Not all that you did is in the library yet."));
    m_box->setInformativeText(
        tr("It could not be written, and is tried again every few seconds. If you close the window "
           "now, what you did last may be lost."));
    QPushButton* const close = m_box->addButton(tr("&Close anyway"), QMessageBox::DestructiveRole);
    QPushButton* const wait = m_box->addButton(tr("&Wait"), QMessageBox::RejectRole);
    m_box->setDefaultButton(wait);
    m_box->setEscapeButton(wait);
    connect(close, &QPushButton::clicked, this, then);
    m_box->open();
}

} // namespace roadloom
