// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ModelTrial.h"
#include "core/storage/KeySearch.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace roadloom {

class FoldSection;
class TextLabel;

/// Lets a model say a few sentences, and tells how it did.
class TrialPanel : public QWidget {
    Q_OBJECT
public:
    /// The stores must outlive it.
    explicit TrialPanel(const SecretStores& stores, QWidget* parent = nullptr);

    /// A key that was typed is used where none is found. What went before is forgotten.
    void start(const ProviderSetup& setup, const QByteArray& typedKey);
    void stop();

Q_SIGNALS:
    void startRequested();
    /// It shows more or less than before.
    void resized();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void speakWith(const ModelEndpoint& endpoint);
    void takeWait(const Wait& wait);
    void showWait();
    void takeWords(const QString& words);
    void takeResult(const TrialResult& result);
    void fail(const Error& error);
    void endStep();
    void setRunning(bool running);
    void showResult();
    void retranslate();

    SecretStores m_stores;
    QObject* m_step = nullptr; ///< a child, while something is on
    QTimer m_tick;
    QElapsedTimer m_clock;
    Wait m_wait;
    QString m_said;
    std::optional<TrialResult> m_result;
    QPushButton* m_start;
    QPushButton* m_stop;
    TextLabel* m_state;
    TextLabel* m_answer;
    TextLabel* m_figures;
    TextLabel* m_problem;
    TextLabel* m_details;
    FoldSection* m_fold;
};

} // namespace roadloom
