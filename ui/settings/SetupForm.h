// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QFormLayout;
class QScrollArea;

namespace roadloom {

class TrialPanel;
struct SecretStores;

/// The form of one of those who can answer: its fields, which scroll, and below them what a trial
/// shows. Nothing is changed before save().
class SetupForm : public QWidget {
    Q_OBJECT
public:
    /// The stores must outlive it.
    explicit SetupForm(const SecretStores& stores, QWidget* parent = nullptr);

    /// Whether something would be lost without save(). Of somebody just added, only what the
    /// learner did since.
    [[nodiscard]] virtual bool isChanged() const = 0;
    /// What it is called as the fields stand, or will be if the learner does not say.
    [[nodiscard]] virtual QString shownName() const = 0;
    /// Whether it could answer as the fields stand.
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// Exactly one of saved and refused follows, perhaps at once. Not while isSaving().
    virtual void save() = 0;
    [[nodiscard]] virtual bool isSaving() const { return false; }
    /// Puts the cursor where something has to be filled in.
    virtual void focusFirst() = 0;
    /// Tries what the fields say, or shows what is missing.
    virtual void startTrial() = 0;
    [[nodiscard]] TrialPanel& trial() { return *m_trial; }

Q_SIGNALS:
    /// A field says something else; isChanged() may, too.
    void edited();
    void saved();
    /// Something is wrong, which is shown beside the field.
    void refused();

protected:
    /// Labels at the left, fields at the right.
    [[nodiscard]] QFormLayout& rows() { return *m_rows; }
    /// Shows all of them, and lets none be changed.
    void lock();
    /// A field with what belongs below it.
    [[nodiscard]] QWidget* column(std::initializer_list<QWidget*> parts);
    /// Scrolls to a part that has something new to see.
    void reveal(QWidget* part);

private:
    QScrollArea* m_area;
    QFormLayout* m_rows;
    TrialPanel* m_trial;
};

} // namespace roadloom
