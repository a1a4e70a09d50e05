// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/KeySearch.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace roadloom {

class FieldError;
class FoldSection;
class TextLabel;

/// The key of a provider, or the class code of a service: whether one is there, a field for
/// another, where that will be kept, and where one gets it. It never shows a key. Whoever made it
/// keeps what was typed, and forgets what was kept.
class KeyField : public QWidget {
    Q_OBJECT
public:
    /// The stores must outlive it.
    KeyField(const ProviderSetup& setup, const SecretStores& stores, QWidget* parent = nullptr);
    KeyField(const ServiceSetup& setup, const SecretStores& stores, QWidget* parent = nullptr);

    /// To stand beside it.
    [[nodiscard]] QLabel& label() { return *m_label; }
    /// The setup as it is now; on its address it depends which variable counts.
    void setSetup(const ProviderSetup& setup);
    void setSetup(const ServiceSetup& setup);
    /// One is kept now, where the setup says.
    void setKept();
    /// What was typed, without white space around it; empty: nothing.
    [[nodiscard]] QByteArray typedKey() const;
    /// Where it is to be kept.
    [[nodiscard]] KeyPlace place() const;
    /// Says beside the field what is wrong with what was typed; true: nothing is.
    [[nodiscard]] bool check();
    void tell(const QString& problem);
    void clearTyped();
    void setFocusToKey();

Q_SIGNALS:
    void edited();
    void forgetRequested();
    /// The learner wants to see where a key is got.
    void pageRequested(const QUrl& page);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What it is about.
    struct Subject {
        KeptSecret secret;
        bool isClassCode = false;
        bool isNeeded = false;
        QUrl page {}; ///< where one gets it; may be empty
    };

    KeyField(const Subject& subject, bool isFolded, const SecretStores& stores, QWidget* parent);
    [[nodiscard]] static Subject subjectOf(const ProviderSetup& setup);
    [[nodiscard]] static Subject subjectOf(const ServiceSetup& setup);
    void take(const Subject& subject, const Result<ApiKey>& key);
    QWidget* buildEntry();
    void build();
    void lookWhatIsKept();
    void showState();
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString keptText() const;
    [[nodiscard]] QString missingText() const;
    void colorPage();
    void retranslate();

    Subject m_subject;
    SecretStores m_stores;
    bool m_isKept = false;
    QString m_variable; ///< that holds the key; empty: none does
    QLabel* m_label;
    TextLabel* m_state;
    QPushButton* m_forget;
    FoldSection* m_fold = nullptr; ///< around the field of a local server, which needs no key
    QLineEdit* m_edit;
    QLabel* m_placeLabel;
    QComboBox* m_place;
    FieldError* m_error;
    QPushButton* m_page;
};

} // namespace roadloom
