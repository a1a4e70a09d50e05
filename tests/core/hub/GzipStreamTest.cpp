// SPDX-License-Identifier: Apache-2.0
#include "core/hub/GzipStream.h"

#include <QTest>

#define ZLIB_CONST
#include <zlib.h>

using namespace roadloom;

namespace {

/// What a client does: decodes all that has come, whenever something comes.
class Gunzip {
public:
    Gunzip() { ::inflateInit2(&m_stream, 15 + 16); }
    ~Gunzip() { ::inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Gunzip)

    void add(QByteArrayView bytes)
    {
        m_stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
        m_stream.avail_in = uInt(bytes.size());
        do {
            QByteArray some(1000, Qt::Uninitialized);
            m_stream.next_out = reinterpret_cast<Bytef*>(some.data());
            m_stream.avail_out = uInt(some.size());
            m_result = ::inflate(&m_stream, Z_SYNC_FLUSH);
            m_text += some.first(some.size() - qsizetype(m_stream.avail_out));
        } while (m_result == Z_OK && m_stream.avail_out == 0);
    }
    [[nodiscard]] const QByteArray& text() const { return m_text; }
    [[nodiscard]] bool hasEnded() const { return m_result == Z_STREAM_END; }

private:
    z_stream m_stream {};
    int m_result = Z_OK;
    QByteArray m_text;
};

/// Of all sizes, some of which compress and some do not.
QByteArrayList events()
{
    QByteArrayList list { "data: 1\n\n", QByteArray(100'000, 'a'), "data: 您好\n\n" };
    QByteArray noise;
    quint32 seed = 1;
    for (int i = 0; i < 50'000; ++i) {
        seed = seed * 1'664'525 + 1'013'904'223;
        noise.append(char(seed >> 24));
    }
    list << noise << "x";
    for (int i = 0; i < 300; ++i)
        list << R"(data: {"type":"chunk","content":"word )" + QByteArray::number(i) + "\"}\n\n";
    return list;
}

} // namespace

/// That every event can be decoded once it has come, and who is sent such a stream.
class GzipStreamTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachPartIsDecodedAsItComes()
    {
        GzipStream stream;
        Gunzip client;
        QByteArray said;
        for (const QByteArray& event : events()) {
            said += event;
            client.add(stream.add(event));
            QCOMPARE(client.text(), said);
            QVERIFY(!client.hasEnded());
        }
        client.add(stream.end());
        QVERIFY(client.hasEnded());
        QCOMPARE(client.text(), said);
    }

    void anySplitIsTheSame_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : { 1, 2, 3, 7, 64, 1000, 65'536 })
            QTest::addRow("%d bytes", size) << size;
    }

    void anySplitIsTheSame()
    {
        QFETCH(const int, size);
        GzipStream stream;
        QByteArray packed;
        for (const QByteArray& event : events())
            packed += stream.add(event);
        packed += stream.end();
        Gunzip client;
        for (qsizetype at = 0; at < packed.size(); at += size)
            client.add(
                QByteArrayView(packed).sliced(at, qMin<qsizetype>(size, packed.size() - at)));
        QCOMPARE(client.text(), events().join());
        QVERIFY(client.hasEnded());
    }

    void wordsOfAModelBecomeAThird()
    {
        GzipStream stream;
        qsizetype plain = 0;
        qsizetype packed = 0;
        for (const QByteArray& event : events().sliced(5)) {
            plain += event.size();
            packed += stream.add(event).size();
        }
        QCOMPARE_LT(packed * 3, plain);
    }

    void whoAsksForItGetsIt_data()
    {
        QTest::addColumn<QByteArrayList>("fields");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("says nothing") << QByteArrayList {} << false;
        QTest::newRow("nothing but itself") << QByteArrayList { "" } << false;
        QTest::newRow("gzip") << QByteArrayList { "gzip" } << true;
        QTest::newRow("as browsers do") << QByteArrayList { "gzip, deflate, br" } << true;
        QTest::newRow("an old name, in capitals") << QByteArrayList { "X-GZIP" } << true;
        QTest::newRow("others") << QByteArrayList { "br, gzipped, deflate" } << false;
        QTest::newRow("refused") << QByteArrayList { "gzip;q=0" } << false;
        QTest::newRow("refused at length") << QByteArrayList { "gzip ; Q=0.000, *" } << false;
        QTest::newRow("liked little") << QByteArrayList { "br, gzip;q=0.001" } << true;
        QTest::newRow("all") << QByteArrayList { "*" } << true;
        QTest::newRow("all are refused") << QByteArrayList { "*;q=0" } << false;
        QTest::newRow("but this one") << QByteArrayList { "*;q=0, gzip" } << true;
        QTest::newRow("in a second field") << QByteArrayList { "br", "gzip" } << true;
        QTest::newRow("a weight that is none") << QByteArrayList { "gzip;q=much" } << true;
    }

    void whoAsksForItGetsIt()
    {
        QFETCH(const QByteArrayList, fields);
        IncomingRequest request;
        for (const QByteArray& field : fields)
            request.fields.emplaceBack("accept-encoding", field);
        QTEST(acceptsGzip(request), "isAccepted");
    }
};

QTEST_GUILESS_MAIN(GzipStreamTest)
#include "GzipStreamTest.moc"
