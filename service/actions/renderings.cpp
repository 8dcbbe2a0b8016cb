// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/renderings.hpp>

namespace rondetafel::actions
{

Result<RenderingId> request_rendering(Context& context, const RequestRendering& wish)
{
    Rendering rendering;
    rendering.subject = wish.subject;
    rendering.format = wish.format;
    rendering.language = wish.language;
    rendering.file_name = wish.file_name;
    rendering.source = wish.source;
    rendering.source_sha256 = sha256_hex(wish.source);
    rendering.next_attempt_at = rendering.requested_at = context.machine_now;
    auto& renderings = context.records.renderings;
    const auto there = renderings.find_same(rendering);
    if (!there)
        return renderings.add(rendering);
    if (there->state == PressState::failed)
        renderings.requeue(there->id, context.machine_now);
    return there->id;
}

Result<Rendering> show_rendering(Context& context, const RenderingId& id)
{
    auto rendering = context.records.renderings.find(id);
    if (!rendering)
        return not_found("rendering");
    return std::move(*rendering);
}

} // namespace rondetafel::actions
