// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace roadloom {

/// The form of one of those who can answer. Nothing is changed before save().
class SetupForm : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Whether something would be lost without save().
    [[nodiscard]] virtual bool isChanged() const = 0;
    /// Exactly one of saved and refused follows, perhaps at once. Not while isSaving().
    virtual void save() = 0;
    [[nodiscard]] virtual bool isSaving() const { return false; }
    /// Puts the cursor where something has to be filled in.
    virtual void focusFirst() = 0;

Q_SIGNALS:
    /// A field says something else; isChanged() may, too.
    void edited();
    void saved();
    /// Something is wrong, which is shown beside the field.
    void refused();
    /// This part of the form has something new to see.
    void grew(QWidget* part);
};

} // namespace roadloom
