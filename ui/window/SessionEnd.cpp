// SPDX-License-Identifier: Apache-2.0
#include "ui/window/SessionEnd.h"

#include <QEvent>
#include <QGuiApplication>

namespace roadloom {

SessionEnd::SessionEnd(QObject* parent, std::chrono::milliseconds patience)
    : QObject(parent)
{
    m_called.setSingleShot(true);
    m_called.setInterval(patience);
    connect(&m_called, &QTimer::timeout, this, &SessionEnd::callOff);
    // Within the call: what follows it is the end.
    connect(qApp, &QGuiApplication::commitDataRequest, this, &SessionEnd::comeNear,
        Qt::DirectConnection);
}

void SessionEnd::comeNear()
{
    m_called.start();
    qApp->installEventFilter(this); // once, however often it is asked for
}

void SessionEnd::callOff()
{
    m_called.stop();
    qApp->removeEventFilter(this);
}

bool SessionEnd::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        callOff();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace roadloom
