// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/ProseView.h"

namespace roadloom {

/// A note as it reads: its Markdown, in which nothing is fetched, and no link opens by itself. A
/// click beside the links, Enter or F2 asks to change it.
class NoteText : public ProseView {
    Q_OBJECT
public:
    explicit NoteText(const QString& markdown, QWidget* parent = nullptr);

Q_SIGNALS:
    void changeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

} // namespace roadloom
