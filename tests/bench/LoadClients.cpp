// SPDX-License-Identifier: Apache-2.0
#include "LoadClients.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace roadloom {

LoadClients::LoadClients(std::uint16_t port, int count, QByteArray request)
    : m_port(port)
    , m_count(count)
    , m_request(std::move(request))
    , m_poll(::epoll_create1(0))
{
}

void LoadClients::connectAll()
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < m_count; ++i) {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            std::abort();
        ::send(socket, m_request.constData(), std::size_t(m_request.size()), 0);
        epoll_event event { .events = EPOLLIN, .data = { .fd = socket } };
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, socket, &event);
        m_hasAnswer.resize(std::size_t(socket) + 1);
    }
}

/// Words that are cut in two are not counted; the hub sends each whole.
void LoadClients::read(int socket)
{
    std::array<char, 65536> buffer {};
    const ssize_t size = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    const std::int64_t now = monotonicNanoseconds();
    if (size <= 0) {
        ::epoll_ctl(m_poll, EPOLL_CTL_DEL, socket, nullptr);
        return;
    }
    if (!m_hasAnswer[std::size_t(socket)]) {
        m_hasAnswer[std::size_t(socket)] = true;
        if (++m_answered == m_count) {
            std::puts("ready");
            std::fflush(stdout);
        }
    }
    std::string_view rest(buffer.data(), std::size_t(size));
    for (auto at = rest.find(timeMark); at != std::string_view::npos; at = rest.find(timeMark)) {
        rest.remove_prefix(at + std::strlen(timeMark));
        std::int64_t said = 0;
        std::from_chars(rest.data(), rest.data() + rest.size(), said);
        m_delays.push_back(double(now - said) / 1e6);
    }
}

void LoadClients::print()
{
    std::ranges::sort(m_delays);
    const auto share = [this](double part) {
        return m_delays.empty()
            ? 0.0
            : m_delays[std::min(std::size_t(part * double(m_delays.size())), m_delays.size() - 1)];
    };
    std::printf("%.3f %.3f %.3f %zu\n", share(0.5), share(0.99), share(1), m_delays.size());
}

int LoadClients::run()
{
    connectAll();
    epoll_event input { .events = EPOLLIN, .data = { .fd = STDIN_FILENO } };
    ::epoll_ctl(m_poll, EPOLL_CTL_ADD, STDIN_FILENO, &input);
    std::array<epoll_event, 256> events {};
    while (true) {
        const int count = ::epoll_wait(m_poll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[std::size_t(i)].data.fd;
            if (descriptor == STDIN_FILENO) {
                print();
                return 0;
            }
            read(descriptor);
        }
    }
}

} // namespace roadloom
