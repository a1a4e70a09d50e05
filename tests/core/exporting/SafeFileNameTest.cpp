// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/SafeFileName.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class SafeFileNameTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesANameOfATitle_data();
    void makesANameOfATitle();
    void boundsTheLength_data();
    void boundsTheLength();
    void takesNoExtension();
};

void SafeFileNameTest::makesANameOfATitle_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::addRow("plain") << u"Learn Python"_s << u"Learn Python.md"_s;
    QTest::addRow("Chinese") << u"学习 Python"_s << u"学习 Python.md"_s;
    QTest::addRow("C++") << u"C++ & C#"_s << u"C++ & C#.md"_s;
    QTest::addRow("path") << u"../../etc/passwd"_s << u"etc passwd.md"_s;
    QTest::addRow("Windows path") << u"C:\\Windows\\x"_s << u"C Windows x.md"_s;
    QTest::addRow("forbidden") << u"a<b>c:d\"e|f?g*h"_s << u"a b c d e f g h.md"_s;
    QTest::addRow("hidden file") << u".bashrc"_s << u"bashrc.md"_s;
    QTest::addRow("an option") << u"--help"_s << u"help.md"_s;
    QTest::addRow("dots at the end") << u"Done..."_s << u"Done.md"_s;
    QTest::addRow("a version") << u"Qt 6.4"_s << u"Qt 6.4.md"_s;
    QTest::addRow("line break") << u"a\nb\r\n\tc"_s << u"a b c.md"_s;
    QTest::addRow("controls") << u"a\u0007\u001b[2Jb\u0000c"_s << u"a[2Jbc.md"_s;
    QTest::addRow("bidi") << u"a\u202egpj.exe"_s << u"agpj.exe.md"_s;
    QTest::addRow("invisible") << u"a\u200bb\ufeff"_s << u"ab.md"_s;
    QTest::addRow("half a character") << QString(u"a"_s + QChar(0xD83D) + u"b"_s) << u"ab.md"_s;
    QTest::addRow("decomposed") << u"Cafe\u0301"_s << u"Caf\u00e9.md"_s;
    QTest::addRow("device") << u"con"_s << u"_con.md"_s;
    QTest::addRow("device with an ending") << u"NUL.txt"_s << u"_NUL.txt.md"_s;
    QTest::addRow("port") << u"COM1"_s << u"_COM1.md"_s;
    QTest::addRow("no port") << u"COMB"_s << u"COMB.md"_s;
    QTest::addRow("empty") << QString() << u"roadmap.md"_s;
    QTest::addRow("nothing left") << u"///"_s << u"roadmap.md"_s;
    QTest::addRow("only dots") << u".."_s << u"roadmap.md"_s;
}

void SafeFileNameTest::makesANameOfATitle()
{
    QFETCH(const QString, title);
    QTEST(safeFileName(title, u"md"), "name");
}

void SafeFileNameTest::boundsTheLength_data()
{
    QTest::addColumn<QString>("title");
    QTest::addRow("letters") << QString(500, u'a');
    QTest::addRow("Chinese") << QString(500, u'学');
    QTest::addRow("pairs") << u"🚀"_s.repeated(300);
    QTest::addRow("accents") << u"e\u0301\u0323"_s.repeated(300);
    QTest::addRow("one huge character") << QString(u"e"_s + QString(5000, QChar(0x301)));
    QTest::addRow("a million") << QString(1000000, u'b');
}

void SafeFileNameTest::boundsTheLength()
{
    QFETCH(const QString, title);
    const QString name = safeFileName(title, u"roadloom");
    QVERIFY(name.endsWith(".roadloom"_L1));
    QVERIFY(name.size() > 9);
    QVERIFY(name.toUtf8().size() <= mostFileNameBytes);
    QCOMPARE(QString::fromUtf8(name.toUtf8()), name); // nothing is cut in half
}

void SafeFileNameTest::takesNoExtension()
{
    QCOMPARE(safeFileName(u"Learn SQL", {}), u"Learn SQL"_s);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::SafeFileNameTest)
#include "SafeFileNameTest.moc"
