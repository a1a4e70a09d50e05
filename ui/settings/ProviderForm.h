// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/KeptForm.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace roadloom {

class FoldSection;
class ModelField;
class NetworkFields;
class PatienceFields;
class RunPlanFields;
class TextLabel;

/// All there is to say about a configured provider, and a way to try it.
class ProviderForm final : public KeptForm<ProviderSetup> {
    Q_OBJECT
public:
    ProviderForm(const Settings& settings, const ProviderSetup& setup, QWidget* parent = nullptr);

    [[nodiscard]] QString shownName() const override;
    void focusFirst() override;
    void startTrial() override;

protected:
    [[nodiscard]] ProviderSetup filledIn() const override;
    bool insistOn(const SetupProblems& problems) override;
    void changeEvent(QEvent* event) override;

private:
    struct Labels {
        QLabel* name;
        QLabel* address;
        QLabel* reasoning;
        QLabel* style;
    };

    void fillChoices();
    QWidget* buildMore();
    void build();
    void connectFields();
    void takeEdit();
    SetupProblems showProblems(const ProviderSetup& setup);
    void retranslate();
    void retranslateChoices();

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
};

} // namespace roadloom
