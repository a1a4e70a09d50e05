// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/QrCode.h"

#include <QTest>

using namespace roadloom;

class QrCodeTest : public QObject {
    Q_OBJECT

    /// A finder pattern, by which readers find the code: a ring, a light ring, a square of three.
    static bool hasFinderAt(const QrCode& code, int left, int top)
    {
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 7; ++x) {
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                if (code.isDark(left + x, top + y) != (ring != 2))
                    return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void aTextIsASquareThatReadersFind()
    {
        const auto code = qrCodeOf("roadloom://join/192.168.1.5:8000?code=ABCD2345");
        QVERIFY(code.has_value());
        QCOMPARE(code->size(), 33); // version 4 holds 62 bytes at this level, version 3 holds 42
        QVERIFY(hasFinderAt(*code, 0, 0));
        QVERIFY(hasFinderAt(*code, code->size() - 7, 0));
        QVERIFY(hasFinderAt(*code, 0, code->size() - 7));
        QVERIFY(!hasFinderAt(*code, code->size() - 7, code->size() - 7));
        // The format's first two bits say how much may be missing: 00 is medium, masked with 10.
        QVERIFY(code->isDark(0, 8) && !code->isDark(1, 8));
    }

    void zeroBytesCount()
    {
        const auto one = qrCodeOf(QByteArrayView("\0", 1));
        QVERIFY(one.has_value());
        QCOMPARE(one->size(), 21);
    }

    void onlySoMuchFits()
    {
        QVERIFY(!qrCodeOf({}).has_value());
        QVERIFY(!qrCodeOf(QByteArray(2332, 'a')).has_value());
        const auto full = qrCodeOf(QByteArray(2331, 'a'));
        QVERIFY(full.has_value());
        QCOMPARE(full->size(), 177);
    }
};

QTEST_GUILESS_MAIN(QrCodeTest)
#include "QrCodeTest.moc"
