// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ProviderSetup.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace roadloom {

struct Policy;

/// How the agents go about a roadmap with a provider: how much at a time, how often it is reviewed,
/// and whether the learner has the last word.
class RunPlanFields : public QWidget {
    Q_OBJECT
public:
    explicit RunPlanFields(const ProviderSetup& setup, QWidget* parent = nullptr);

    /// Disables what the administrator has set.
    void obey(const Policy& policy);
    void writeTo(ProviderSetup& setup) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void alignNumbers();
    void retranslate();

    QLabel* m_parallelLabel;
    QSpinBox* m_parallel;
    QLabel* m_roundsLabel;
    QSpinBox* m_rounds;
    QCheckBox* m_asksLearner;
};

} // namespace roadloom
