// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/KeyKeeping.h"
#include "ui/settings/Settings.h"
#include "ui/settings/SetupForm.h"
#include "ui/settings/SetupProblems.h"

class QLabel;
class QLineEdit;

namespace roadloom {

class FieldError;
class FoldSection;
class KeyField;
class NetworkFields;
class PatienceFields;
class TextLabel;

/// A hub or service that designs roadmaps itself.
class ServiceForm final : public SetupForm {
    Q_OBJECT
public:
    /// One that is not in the book yet comes into it by save(), and only if nothing is missing.
    ServiceForm(const Settings& settings, const ServiceSetup& setup, QWidget* parent = nullptr);

    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString shownName() const override;
    [[nodiscard]] bool isComplete() const override;
    void save() override;
    [[nodiscard]] bool isSaving() const override { return m_keeping.isBusy(); }
    void focusFirst() override;
    void startTrial() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] bool isNew() const;
    [[nodiscard]] const ServiceSetup& kept() const;
    [[nodiscard]] ServiceSetup filledIn() const;
    void build();
    void connectFields();
    void takeEdit();
    void showProblems(const ServiceSetup& setup);
    bool insistOn(const SetupProblems& problems);
    bool write(const ServiceSetup& setup);
    void finishSaving(KeyPlace place);
    void noteForgotten();
    void failWithCode(const Error& error);
    void retranslate();

    Settings m_settings;
    ServiceSetup m_before; ///< as it came
    ToldParts m_told;
    KeyKeeping m_keeping;
    TextLabel* m_what;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_addressLabel;
    QLineEdit* m_address;
    FieldError* m_addressError;
    KeyField* m_code;
    PatienceFields* m_patience;
    FoldSection* m_patienceFold;
    NetworkFields* m_network;
    FoldSection* m_networkFold;
    TextLabel* m_remark;
    FieldError* m_problem;
};

} // namespace roadloom
