// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ModelTrial.h"
#include "core/storage/KeySearch.h"
#include "core/workflow/ServiceTrial.h"

#include <QScrollArea>
#include <QTimer>

class QLabel;

namespace roadloom {

class FoldSection;
class TextLabel;

/// Tries who could answer and tells how that went: lets a model say a few sentences, or asks
/// whether a service is there. Only as high as what it has to show, and that only up to a limit;
/// the rest scrolls. Hidden before the first trial.
class TrialPanel : public QScrollArea {
    Q_OBJECT
public:
    /// The stores must outlive it.
    explicit TrialPanel(const SecretStores& stores, QWidget* parent = nullptr);

    /// A key that was typed is used where none is found. What went before is forgotten.
    void start(const ProviderSetup& setup, const QByteArray& typedKey);
    /// The same with a class code; `client` as in ClassPlace.
    void start(const ServiceSetup& setup, const QByteArray& typedCode, const QString& client);
    void stop();
    /// Stops, and shows nothing: what it showed does not hold any more.
    void clear();
    [[nodiscard]] bool isRunning() const { return m_step != nullptr; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runningChanged();

protected:
    bool eventFilter(QObject* content, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void begin();
    void speakWith(const ModelEndpoint& endpoint);
    void knockAt(const ServiceEndpoint& endpoint, const QString& client);
    void takeWait(const Wait& wait);
    void showWait();
    void takeWords(const QString& words);
    void takeResult(const TrialResult& result);
    void takeServiceResult(ServiceTrialResult result);
    void fail(const Error& error);
    void endStep();
    void end();
    void showResult();
    void retranslate();

    SecretStores m_stores;
    QObject* m_step = nullptr; ///< a child, while something is on
    QTimer m_tick;
    QElapsedTimer m_clock;
    Wait m_wait;
    bool m_isReasoning = false;
    QString m_said;
    std::optional<TrialResult> m_result;
    std::optional<ServiceTrialResult> m_serviceResult;
    TextLabel* m_state;
    TextLabel* m_verdict;
    TextLabel* m_figures;
    TextLabel* m_answer;
    TextLabel* m_problem;
    TextLabel* m_details;
    FoldSection* m_fold;
    QLabel* m_speaker; ///< says what came of it to readers of the screen; nothing is seen of it
};

} // namespace roadloom
