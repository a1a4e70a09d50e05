// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/ModelSettings.h"
#include "ui/settings/SetupForm.h"

class QLabel;
class QLineEdit;

namespace roadloom {

class FieldError;
class FoldSection;
class NetworkFields;
class PatienceFields;
class TextLabel;

/// A hub or service that designs roadmaps itself.
class ServiceForm final : public SetupForm {
    Q_OBJECT
public:
    /// There must be a service with this id.
    ServiceForm(const ModelSettings& settings, const QString& id, QWidget* parent = nullptr);

    [[nodiscard]] bool isChanged() const override;
    void save() override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] const ServiceSetup& kept() const;
    [[nodiscard]] ServiceSetup filledIn() const;
    void build();
    void takeEdit();
    bool showProblems(const ServiceSetup& setup);
    void retranslate();

    ModelSettings m_settings;
    ServiceSetup m_before;
    TextLabel* m_what;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_addressLabel;
    QLineEdit* m_address;
    FieldError* m_addressError;
    PatienceFields* m_patience;
    FoldSection* m_patienceFold;
    NetworkFields* m_network;
    FoldSection* m_networkFold;
    FieldError* m_problem;
};

} // namespace roadloom
