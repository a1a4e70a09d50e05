// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassJoining.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace roadloom {

class FieldError;
class FoundClasses;
class HubSearch;
class PrimaryButton;
class TextLabel;
struct JoinLink;

/// Joins a class: one that is found on the network, that a join link names, or whose address is
/// typed. A certificate that nobody vouches for is joined only after the learner has compared its
/// fingerprint with the teacher's screen. A class on the network that does not encrypt is joined
/// only after that was said. Closes when the class is joined.
class JoinDialog : public QDialog {
    Q_OBJECT
public:
    /// `place` is what is known before: who the learner is, perhaps the class of the last time. A
    /// certificate that is pinned there has been compared.
    JoinDialog(
        const ClassPlace& place, std::unique_ptr<HubSearch> search, QWidget* parent = nullptr);
    ~JoinDialog() override;
    Q_DISABLE_COPY_MOVE(JoinDialog)

    /// Fills in what the link says. The learner still has to agree: anybody can make a link.
    void take(const JoinLink& link);

Q_SIGNALS:
    /// As it was joined, with a certificate pinned if one is to be; `className` may be empty.
    void joined(const roadloom::ClassPlace& place, const QString& className);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void takeAddress();
    void enableJoin();
    [[nodiscard]] bool isReadByOthers() const;
    void showBusy();
    void join();
    void ask();
    void takeFailure(const Error& error);
    void showCertificate(const QByteArray& fingerprint);
    void retranslate();

    ClassPlace m_known; ///< as it came
    ClassPlace m_place; ///< what was asked last, or is known
    QString m_className; ///< as it says of itself
    std::unique_ptr<ClassJoining> m_joining; ///< while it is on
    bool m_triesTls = false; ///< no scheme was typed: TLS, which tells nobody the code, is first
    bool m_isPlain = false; ///< no scheme was typed, and there is no TLS
    TextLabel* m_what;
    FoundClasses* m_classes;
    QLabel* m_addressLabel;
    QLineEdit* m_address;
    QLabel* m_codeLabel;
    QLineEdit* m_code;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QWidget* m_certificate; ///< while one is to be confirmed
    TextLabel* m_certificateText;
    TextLabel* m_fingerprint;
    QCheckBox* m_isTheSame;
    QByteArray m_shown; ///< the fingerprint, as bytes
    FieldError* m_problem;
    PrimaryButton* m_join;
    FieldError* m_readByOthers; ///< while it does not encrypt
    QPushButton* m_cancel;
};

} // namespace roadloom
