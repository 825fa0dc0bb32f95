// Lines of a caller's own may hold any bytes; the steps behind measure() read valid UTF-8.
#pragma once

#include <string_view>

#include "thanbai/line.h"

namespace thanbai {

/// The fields of Metadata that are one text.
inline constexpr std::string_view Metadata::*metadata_texts[] = {
    &Metadata::title,       &Metadata::headline, &Metadata::description, &Metadata::published,
    &Metadata::modified,    &Metadata::site,     &Metadata::url,         &Metadata::language,
    &Metadata::base,        &Metadata::image,    &Metadata::type,        &Metadata::schema_type,
    &Metadata::article_body};

/// Whether metadata, address and links are valid UTF-8, save perhaps article_body, which measure()
/// looks at as at the lines.
bool is_valid(const Lines& lines) noexcept;

/// Ill-formed UTF-8 in the texts of lines, links, address and metadata becomes U+FFFD and is
/// counted in replaced_bytes. What is repaired lives in `storage`, beside what that held. Linear.
void make_valid(Lines& lines);

}  // namespace thanbai
