// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;

namespace roadloom {

/// Asks for the tags of a roadmap: typed, or chosen of those that others have. Made for one use: it
/// deletes itself when it is closed.
class TagsDialog : public QDialog {
    Q_OBJECT
public:
    TagsDialog(
        const QString& title, const QStringList& tags, const QStringList& inUse, QWidget* parent);

Q_SIGNALS:
    /// As Library::tagsFrom() makes them of what was typed.
    void tagsChosen(const QStringList& tags);

private:
    void add(const QString& tag);

    QLineEdit* m_tags;
};

} // namespace roadloom
