#include "metadata_reader.h"

#include <algorithm>

#include "html_characters.h"

namespace thanbai {
namespace {

using html::Tag;

constexpr std::size_t max_captured_bytes = 200;  // of an element's text; longer is no name or title

/// "application/ld+json", maybe with a charset behind it or its "+" as a reference.
bool is_json_ld(std::string_view type) {
  std::string decoded;
  type = html::characters(type, html::Reading::attribute, decoded);
  type = type.substr(0, type.find(';'));
  return html::has_word(type, "application/ld+json");
}

/// "2025-04-08T09:15:00+07:00"
bool is_iso(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  const auto fits = [](char c, char wanted) {
    return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
  };
  return text.size() >= form.size() &&
         std::equal(form.begin(), form.end(), text.begin(),
                    [&fits](char wanted, char c) { return fits(c, wanted); });
}

}  // namespace

void MetadataReader::read_tag(Tag tag, const html::Tokenizer& tokenizer) {
  const auto value = [&tokenizer](std::string_view name) {
    const html::Attribute* const attribute = tokenizer.attribute(name);
    return attribute == nullptr ? std::string_view() : attribute->value;
  };
  if (tag == Tag::html) {
    metadata_.put_raw(Field::language, PageMetadata::strong, value("lang"));
    metadata_.put_raw(Field::language, PageMetadata::strong, value("xml:lang"));
  } else if (tag == Tag::base) {
    metadata_.put_raw(Field::base, PageMetadata::strong, value("href"));
  } else if (tag == Tag::link) {
    const std::string_view rel = value("rel");
    if (html::has_word(rel, "canonical")) {
      metadata_.put_raw(Field::url, PageMetadata::strong, value("href"));
    } else if (html::has_word(rel, "image_src")) {
      metadata_.put_raw(Field::image, PageMetadata::weak, value("href"));
    }
  } else if (tag == Tag::meta) {
    const std::string_view content = value("content");
    for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view key = value(name);
      if (!key.empty()) metadata_.meta(key, content);
    }
  }
}

void MetadataReader::open(Tag tag, const html::ElementAttributes& attributes, std::size_t index) {
  if (tag == Tag::script) is_json_ld_ = is_json_ld(attributes.type);
  const std::string_view itemprop = attributes.itemprop;
  const std::string_view moment = tag == Tag::time ? attributes.datetime
                                  : tag == Tag::abbr && is_iso(attributes.title)
                                      ? attributes.title  // as microformats have it
                                      : std::string_view();
  if (!moment.empty()) {
    Field field = Field::published;
    const bool is_named = PageMetadata::field_of_itemprop(itemprop, field);
    metadata_.put_raw(field, is_named ? PageMetadata::shown : PageMetadata::weakest, moment);
  } else if (!itemprop.empty()) {
    Field field = Field::author;
    const bool is_author = captured_ != 0 && captured_field_ == Field::author;
    const bool is_name = is_author && html::has_word(itemprop, "name");  // of the author around
    if (is_name || PageMetadata::field_of_itemprop(itemprop, field)) capture(field, index);
  } else if (html::has_word(attributes.rel, "author")) {
    capture(Field::author, index);
  }
}

void MetadataReader::capture(Field field, std::size_t index) {
  captured_ = index;
  captured_field_ = field;
  captured_text_.clear();
}

void MetadataReader::close(std::size_t index) {
  if (captured_ == 0 || captured_ != index) return;
  captured_ = 0;
  if (captured_text_.size() <= max_captured_bytes) {
    metadata_.put(captured_field_, PageMetadata::shown, captured_text_);
  }
}

void MetadataReader::add_text(std::string_view text) {
  if (captured_ == 0 || captured_text_.size() > max_captured_bytes) return;
  captured_text_.append(captured_text_.empty() ? 0 : 1, ' ').append(text);
}

void MetadataReader::add_title(const html::Token& text) {
  std::string decoded;
  metadata_.put(Field::title, PageMetadata::usual,
                html::characters(text.raw, text.reading, decoded));
}

void MetadataReader::add_script(const html::Token& text) {
  if (is_json_ld_) metadata_.read_json_ld(text.raw);
}

}  // namespace thanbai
