// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/KeyKeeping.h"
#include "ui/settings/Settings.h"
#include "ui/settings/SetupForm.h"
#include "ui/settings/SetupProblems.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace roadloom {

class FieldError;
class FoldSection;
class KeyField;
class ModelField;
class NetworkFields;
class PatienceFields;
class RunPlanFields;
class TextLabel;

/// All there is to say about a configured provider, and a way to try it.
class ProviderForm final : public SetupForm {
    Q_OBJECT
public:
    /// One that is not in the book yet comes into it by save(), and only if nothing is missing.
    ProviderForm(const Settings& settings, const ProviderSetup& setup, QWidget* parent = nullptr);

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
    struct Labels {
        QLabel* name;
        QLabel* address;
        QLabel* reasoning;
        QLabel* style;
    };

    [[nodiscard]] bool isNew() const;
    [[nodiscard]] const ProviderSetup& kept() const;
    [[nodiscard]] ProviderSetup filledIn() const;
    void fillChoices();
    QWidget* buildMore();
    void build();
    void connectFields();
    void takeEdit();
    SetupProblems showProblems(const ProviderSetup& setup);
    bool insistOn(const SetupProblems& problems);
    bool write(const ProviderSetup& setup);
    void finishSaving(KeyPlace place);
    void forgetKey();
    void failWithKey(const Error& error);
    void retranslate();
    void retranslateChoices();

    Settings m_settings;
    ProviderSetup m_before; ///< as it came
    KeyKeeping m_keeping;
    ToldParts m_told;
    Labels m_labels {};
    QLineEdit* m_name;
    QLineEdit* m_address;
    FieldError* m_addressError;
    KeyField* m_key;
    ModelField* m_model;
    QComboBox* m_reasoning;
    PatienceFields* m_patience;
    FoldSection* m_patienceFold;
    NetworkFields* m_network;
    FoldSection* m_networkFold;
    RunPlanFields* m_plan;
    FoldSection* m_planFold;
    QComboBox* m_style;
    FoldSection* m_moreFold;
    TextLabel* m_remark;
    FieldError* m_problem;
};

} // namespace roadloom
