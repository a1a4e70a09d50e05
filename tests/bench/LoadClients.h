// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstdint>
#include <ctime>
#include <vector>

namespace roadloom {

/// What stands before the moment at which words were said.
constexpr const char* timeMark = "at=";

/// Of the clock that all processes share.
inline std::int64_t monotonicNanoseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Many clients that cost next to nothing: one thread, epoll, no Qt. Each sends the request and
/// reads what comes. Prints "ready" once each has got something; when the standard input ends,
/// how many milliseconds after they were said words were read: median, 99th percentile, most, and
/// how many there were.
class LoadClients {
public:
    LoadClients(std::uint16_t port, int count, QByteArray request);

    [[nodiscard]] int run();

private:
    void connectAll();
    void read(int socket);
    void print();

    std::uint16_t m_port;
    int m_count;
    QByteArray m_request;
    int m_poll;
    int m_answered = 0;
    std::vector<bool> m_hasAnswer; ///< by socket
    std::vector<double> m_delays; ///< milliseconds
};

} // namespace roadloom
