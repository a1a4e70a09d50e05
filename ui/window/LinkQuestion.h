// SPDX-License-Identifier: Apache-2.0
#pragma once

class QUrl;
class QWidget;

namespace roadloom {

/// Asks whether to open an address that stood in a model's words: shows all of it, and opens or
/// copies only what the reader presses. Other addresses than of web pages can only be copied.
/// Returns at once.
void askAboutLink(const QUrl& address, QWidget* window);

} // namespace roadloom
