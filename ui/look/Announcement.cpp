// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Announcement.h"

#include <QAccessible>
#include <QWidget>

namespace roadloom {

void announce(QWidget& speaker, const QString& sentences)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&speaker, sentences);
    QAccessible::updateAccessibility(&event);
#else
    // Before 6.8 Qt's bridge to AT-SPI knows no announcements, and ignores alerts; that a name
    // changes it passes on, which setAccessibleName() tells it.
    speaker.setAccessibleName(sentences);
#endif
}

} // namespace roadloom
