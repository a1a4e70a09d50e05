// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/KeptForm.h"

class QLabel;
class QLineEdit;

namespace roadloom {

class FoldSection;
class NetworkFields;
class PatienceFields;
class TextLabel;

/// A hub or service that designs roadmaps itself.
class ServiceForm final : public KeptForm<ServiceSetup> {
    Q_OBJECT
public:
    ServiceForm(const Settings& settings, const ServiceSetup& setup, QWidget* parent = nullptr);

    [[nodiscard]] QString shownName() const override;
    void focusFirst() override;
    void startTrial() override;

protected:
    [[nodiscard]] ServiceSetup filledIn() const override;
    bool insistOn(const SetupProblems& problems) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectFields();
    void takeEdit();
    void showProblems(const ServiceSetup& setup);
    void retranslate();

    ToldParts m_told;
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
};

} // namespace roadloom
