// SPDX-License-Identifier: Apache-2.0
#include "ui/window/UnwrittenQuestion.h"

#include "core/storage/Library.h"

#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

UnwrittenQuestion::UnwrittenQuestion(Library* library, QWidget& window)
    : m_library(library)
    , m_window(window)
{
    // The library tells sooner, unless its disk does not answer.
    m_patience.setSingleShot(true);
    m_patience.setInterval(2s);
    connect(&m_patience, &QTimer::timeout, this, &UnwrittenQuestion::ask);
    if (m_library == nullptr)
        return;
    connect(m_library, &Library::keepingChanged, this, &UnwrittenQuestion::goOnIfWritten);
    connect(m_library, &Library::failed, this,
        [this](const Error& /*told*/, ChangeFate fate) { takeFailure(fate); });
}

bool UnwrittenQuestion::isNeeded() const
{
    if (m_library == nullptr || m_isAgreed)
        return false;
    const Keeping keeping = m_library->keeping();
    return keeping == Keeping::Underway || keeping == Keeping::Waiting;
}

void UnwrittenQuestion::before(const std::function<void()>& then)
{
    if (!isNeeded()) {
        then();
        return;
    }
    m_then = then;
    m_library->hurry();
    if (m_library->keeping() == Keeping::Waiting)
        ask();
    else
        m_patience.start();
}

void UnwrittenQuestion::goOnIfWritten()
{
    if (!m_then || isNeeded())
        return;
    const std::function<void()> then = m_then;
    end();
    then();
}

void UnwrittenQuestion::takeFailure(ChangeFate fate)
{
    if (!m_then)
        return;
    if (fate == ChangeFate::Wait)
        ask();
    else
        end();
}

void UnwrittenQuestion::end()
{
    m_then = {};
    m_patience.stop();
    if (m_box)
        m_box->close();
}

void UnwrittenQuestion::ask()
{
    m_patience.stop();
    if (m_box)
        return;
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
    connect(m_box, &QMessageBox::finished, this, [this] {
        m_box.clear();
        m_then = {};
    });
    connect(close, &QPushButton::clicked, this, [this, then = m_then] {
        const QScopedValueRollback agreed(m_isAgreed, true);
        then();
    });
    m_box->open();
}

} // namespace roadloom
