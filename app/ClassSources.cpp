// SPDX-License-Identifier: Apache-2.0
#include "app/ClassSources.h"

#include "app/ChosenSource.h"
#include "app/KeyStores.h"
#include "app/Terminal.h"
#include "core/storage/ProviderBook.h"

#include <memory>

namespace roadloom {

HubThread::Sources classSources(SourceChoice choice, const QString& folder, ProviderBook& book)
{
    if (auto* const model = std::get_if<ModelChoice>(&choice))
        model->setup.asksLearner = false; // who asks is not at this machine
    return [choice, folder, &book]() -> HubRuns::SourceFactory {
        return [choice = std::make_shared<SourceChoice>(choice),
                   stores = std::make_shared<KeyStores>(folder),
                   &book]() -> std::unique_ptr<RoadmapSource> {
            auto source = std::make_unique<ChosenSource>(*choice, stores->all());
            QObject::connect(
                source.get(), &ChosenSource::formFound, &book, &ProviderBook::noteForm);
            QObject::connect(source.get(), &ChosenSource::formFound, source.get(),
                [choice](const ProviderSetup&, StructuredOutput form) {
                    if (auto* const model = std::get_if<ModelChoice>(choice.get()))
                        model->setup.structuredOutput = form; // later runs need not find it out
                });
            QObject::connect(source.get(), &ChosenSource::remarked, &book, &terminal::say);
            return source;
        };
    };
}

} // namespace roadloom
